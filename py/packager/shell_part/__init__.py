"""The shell in the package: scripts, pages with their first screens, icons, manifest."""
