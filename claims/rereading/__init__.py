"""Another reader's word on flags: optional, off by default, and never a verdict of its own."""
