"""`build.py --new KIND ID`: skeletons, which `--check` then names as still to be written."""
