package org.sitrep.evaluation;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sitrep.page.Capture;

/**
 * One measurement.
 *
 * @param home the directory that holds {@code eval/}
 * @param request what was asked for
 * @param gold the rows of the gold file
 * @param coding codes documents
 */
record Task(Path home, Evaluation.Request request, List<Row> gold, Coding coding) {

  /** The claims to be judged: those of the file given, else those coded from {@code documents}. */
  List<Row> predictions(List<Capture> documents) {
    return request.predicted().map(Row::read).orElseGet(() -> coding.claims(documents));
  }

  /** A snippet as a document of its own. */
  static Capture snippet(String doc, String text, Optional<LocalDate> published) {
    return new Capture(
        doc, doc, Optional.empty(), Optional.empty(), Optional.empty(), published, Optional.empty(),
        Capture.Format.TEXT, text, doc);
  }
}
