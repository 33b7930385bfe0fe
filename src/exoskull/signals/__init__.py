"""What was measured: values of metrics, with when and from where."""
