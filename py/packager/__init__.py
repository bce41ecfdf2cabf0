"""What build.py is made of: from sources and pinned packages to dist/<browser>.

    packages ── bytecode ─┬─ library ─┐
                          └─ guide ───┼─ archive ── snapshot ─┐
    content ──┬───────────────────────┘                       ├─ chromium, firefox ── zip ── dist
              └─ pages; exits, icon ─ scripts; icons, notices ┘

`release` adds the sources, a bill of materials and the sums; `verify` makes all of it again.

`pipeline` draws that picture in code; `runner` runs it and skips what did not change.
"""
