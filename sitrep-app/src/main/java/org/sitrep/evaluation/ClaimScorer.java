package org.sitrep.evaluation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sitrep.page.Capture;
import tools.jackson.databind.JsonNode;

/** Claims coded by hand under the codebook: detection, types, slots. */
final class ClaimScorer implements Scorer {

  @Override
  public boolean takes(Row row) {
    return row.has("event_type");
  }

  @Override
  public Evaluation.Result score(Task task) {
    Map<String, List<JsonNode>> gold = ClaimDocuments.of(task.gold());
    List<Capture> documents = task.request().predicted().isPresent() ? List.of() : documents(task, gold.keySet());
    Map<String, List<JsonNode>> found = ClaimDocuments.of(task.predictions(documents));
    ClaimFigures figures = new ClaimFigures(new Kinship(task.coding().knowledge().eventTypes()));
    gold.forEach((doc, claims) -> figures.add(doc, claims, found.getOrDefault(doc, List.of())));
    return figures.result(task.request().errors());
  }

  private static List<Capture> documents(Task task, Set<String> wanted) {
    List<Path> paths = task.request().documents();
    if (paths.isEmpty()) {
      paths = List.of(beside(task.request().gold()));
    }
    List<Capture> documents =
        task.coding().documents(paths).stream().filter(d -> wanted.contains(ClaimDocuments.id(d.doc()))).toList();
    Set<String> there = documents.stream().map(d -> ClaimDocuments.id(d.doc())).collect(Collectors.toSet());
    long missing = wanted.stream().filter(doc -> !there.contains(doc)).count();
    if (missing > 0) {
      task.coding().listener().warn(missing + " of " + wanted.size() + " documents of " + task.request().gold()
          + " are not in " + paths + "; their claims count as missed");
    }
    return documents;
  }

  /** {@code dev_documents.jsonl} for {@code dev_claims.jsonl}. */
  private static Path beside(Path gold) {
    Path documents = gold.resolveSibling(String.valueOf(gold.getFileName()).replace("_claims", "_documents"));
    if (documents.equals(gold) || !Files.exists(documents)) {
      throw new EvaluationException(
          gold + ": its documents are not beside it" + (documents.equals(gold) ? "" : " (" + documents.getFileName() + ")")
              + "; name them with --documents, or give a file of claims to judge");
    }
    return documents;
  }
}
