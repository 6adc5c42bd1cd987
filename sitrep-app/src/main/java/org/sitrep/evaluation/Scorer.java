package org.sitrep.evaluation;

/** One kind of file made by hand, and how the system is measured against it. Stateless. */
sealed interface Scorer permits ClaimScorer, CaseScorer, PitfScorer, PolnearScorer, IncidentScorer {

  /** Whether a file is of this kind, by its first row. */
  boolean takes(Row row);

  /** Measures. */
  Evaluation.Result score(Task task);
}
