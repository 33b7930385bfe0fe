"""Pages that read over several features: why, optimization, goals, preferences, messages,
permissions, settings, and the installation for its owner. They decide nothing themselves."""
