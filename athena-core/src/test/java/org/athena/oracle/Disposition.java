package org.athena.oracle;

/** What became of a row; each row in scope has exactly one. */
public enum Disposition {
  USED,
  DUPLICATE,
  SUPERSEDED,
  SET_ASIDE
}
