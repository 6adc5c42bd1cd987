package org.sitrep.mention;

/**
 * The seventeen universal part-of-speech tags (de Marneffe et al., "Universal Dependencies",
 * Computational Linguistics 47(2), 2021).
 */
public enum Upos {
  ADJ,
  ADP,
  ADV,
  AUX,
  CCONJ,
  DET,
  INTJ,
  NOUN,
  NUM,
  PART,
  PRON,
  PROPN,
  PUNCT,
  SCONJ,
  SYM,
  VERB,
  X
}
