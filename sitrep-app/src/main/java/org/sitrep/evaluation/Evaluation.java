package org.sitrep.evaluation;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.sitrep.knowledge.Knowledge;
import tools.jackson.databind.node.ObjectNode;

/**
 * Measures what the system finds against a file made by hand. What kind of file it is shows in the fields of
 * its first row: claims under the codebook, labelled snippets (CASE), atrocity reports with their dead and
 * injured (PITF), news with its attributions marked (PolNeAR), incidents that articles are tied to (Airwars). Without a file of predictions the documents are coded on the
 * spot, on all processors. Thread-safe.
 */
public final class Evaluation {

  /** All there are; a further kind of gold file is a further scorer. */
  private static final List<Scorer> SCORERS = List.of(
      new ClaimScorer(), new CaseScorer(), new PitfScorer(), new PolnearScorer(), new IncidentScorer());

  /**
   * What is to be measured.
   *
   * @param gold the file made by hand, JSON lines, possibly packed with gzip
   * @param predicted claims as {@code claims --json} writes them, or attributions as {@code attributions --json}
   *     does; empty to code the documents now
   * @param documents files or directories with the gold's documents, where gold does not carry them; empty to
   *     look beside it ({@code dev_documents.jsonl} for {@code dev_claims.jsonl})
   * @param errors how many single errors to list
   */
  public record Request(Path gold, Optional<Path> predicted, List<Path> documents, int errors) {
    public Request {
      documents = List.copyOf(documents);
    }
  }

  /**
   * What came out.
   *
   * @param figures one object, shares between 0 and 1 with four digits
   * @param lines the same for people, then the errors asked for
   */
  public record Result(ObjectNode figures, List<String> lines) {
    public Result {
      lines = List.copyOf(lines);
    }
  }

  /** Hears how far the work is; called from one thread at a time. */
  public interface Listener {

    /** So many documents are coded, with so many claims. */
    void coded(int documents, int claims);

    /** Something that makes the figures less than they could be. */
    void warn(String message);
  }

  private final Path home;
  private final Supplier<Knowledge> knowledge;
  private final Listener listener;

  /**
   * An evaluation.
   *
   * @param home the directory that holds {@code eval/}
   * @param knowledge the packs; asked once per measurement
   * @param listener hears of progress
   */
  public Evaluation(Path home, Supplier<Knowledge> knowledge, Listener listener) {
    this.home = home;
    this.knowledge = knowledge;
    this.listener = listener;
  }

  /**
   * Measures.
   *
   * @throws EvaluationException where a file cannot be read or is of no known kind
   */
  public Result measure(Request request) {
    List<Row> rows = Row.read(request.gold());
    if (rows.isEmpty()) {
      throw new EvaluationException(request.gold() + ": no row in it");
    }
    for (Scorer scorer : SCORERS) {
      if (scorer.takes(rows.getFirst())) {
        return scorer.score(new Task(home, request, rows, new Coding(knowledge.get(), listener)));
      }
    }
    throw new EvaluationException(
        request.gold()
            + ":1: of no known kind; known are claims (doc, event_type, start, end), labelled snippets (id, text, label),"
            + " atrocity reports (id, text, deaths, injured), marked attributions (doc, text, ann) and incidents"
            + " (airwars_id, code, date)");
  }
}
