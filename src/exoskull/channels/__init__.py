"""The outermost input and output of the program: mail and SMS, out and in.

Nothing here touches the database or decides anything: the one outbox (`interventions.outbox`)
decides, and calls an adapter; the one inbox takes what `inbound` has parsed and verified.
"""
