package org.sitrep.source;

/** What a root says of a happening. */
public enum Stance {
  ASSERT,
  DENY,
  /** It says nothing, although it covers the place and the days. */
  SILENT
}
