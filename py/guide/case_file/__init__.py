"""The case file: all of a case for another reader, as a page to print and as Markdown; and a table.

rules     who may read what: case_file.toml
parts     what a case file is made of
masking   what one reader may see of a text
writing   case -> case file
markdown  case file -> text
table     all cases -> CSV
"""
