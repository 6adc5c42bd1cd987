package org.sitrep.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sitrep.exchange.Exchange;
import org.sitrep.page.Capture;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Snippets with one label each out of ACLED's sub-events (CASE 2021, task 2): F1 of each sub-event, weighted
 * by how often it stands in the gold. Each snippet is coded as the document {@code case-<id>}; of its claims
 * the first fighting, territorial or other physical one is judged, else the first of any kind.
 */
final class CaseScorer implements Scorer {

  private static final String LABELS = "eval/case2021/labels.yml";
  private static final int QUOTE = 160;
  private static final List<String> WEAK = List.of("", "Other", "Agreement");

  private record Choice(String subEvent, boolean weak, long start) {

    boolean isBefore(Choice other) {
      return weak == other.weak ? start < other.start : !weak;
    }
  }

  @Override
  public boolean takes(Row row) {
    return row.has("id", "text", "label");
  }

  @Override
  public Evaluation.Result score(Task task) {
    Map<String, String> labels = labels(task.home().resolve(LABELS));
    List<Capture> snippets = new ArrayList<>();
    Map<String, String> gold = new LinkedHashMap<>();
    Map<String, String> texts = new HashMap<>();
    TreeSet<String> unknown = new TreeSet<>();
    for (Row row : task.gold()) {
      String doc = "case-" + row.text("id");
      String label = row.text("label");
      if (labels.containsKey(label)) {
        texts.put(doc, row.text("text"));
        snippets.add(Task.snippet(doc, row.text("text"), Optional.empty()));
        gold.put(doc, labels.getOrDefault(label, ""));
      } else {
        unknown.add(label);
      }
    }
    Map<String, Choice> chosen = choose(task.predictions(snippets));
    TreeMap<String, Tally> tallies = new TreeMap<>();
    gold.values().forEach(sub -> tallies.computeIfAbsent(sub, k -> new Tally()));
    List<String> errors = new ArrayList<>();
    gold.forEach((doc, sub) -> {
      Choice choice = chosen.get(doc);
      String said = choice == null ? "" : choice.subEvent();
      if (!said.equals(sub)) {
        errors.add(String.join(" | ", doc, sub + " <> " + said, Literal.cut(texts.getOrDefault(doc, ""), QUOTE)));
      }
      Tally wanted = tallies.getOrDefault(sub, new Tally());
      wanted.right += said.equals(sub) ? 1 : 0;
      wanted.missed += said.equals(sub) ? 0 : 1;
      tallies.getOrDefault(said, new Tally()).wrong += said.equals(sub) ? 0 : 1;
    });
    if (!unknown.isEmpty()) {
      task.coding().listener().warn("labels outside the " + labels.size() + ", left out: " + String.join(", ", unknown));
    }
    return result(gold.size(), tallies, errors.subList(0, Math.min(task.request().errors(), errors.size())));
  }

  private static Map<String, Choice> choose(List<Row> claims) {
    Map<String, Choice> chosen = new HashMap<>();
    for (Row claim : claims) {
      String subEvent = claim.json().path("acled_sub_event_type").asString("");
      Choice choice = new Choice(subEvent, WEAK.contains(subEvent), claim.require("start").asLong());
      chosen.merge(claim.text("doc"), choice, (old, now) -> now.isBefore(old) ? now : old);
    }
    return chosen;
  }

  private static Evaluation.Result result(int snippets, Map<String, Tally> tallies, List<String> errors) {
    double weighted = 0;
    ObjectNode byType = JsonNodeFactory.instance.objectNode();
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, Tally> entry : tallies.entrySet()) {
      Tally tally = entry.getValue();
      int support = tally.right + tally.missed;
      int all = 2 * tally.right + tally.wrong + tally.missed;
      weighted += (double) support / snippets * (2.0 * tally.right / all);
      byType.set(entry.getKey(), tally.json());
      lines.add(tally.line(entry.getKey()));
    }
    double shown = Tally.rounded(weighted, 4);
    ObjectNode figures = Exchange.object().put("snippets", snippets).put("weighted_f1", shown);
    figures.set("by_type", byType);
    lines.addFirst("by_type");
    lines.addFirst("weighted F1 " + Tally.shown(weighted, 4) + " over " + snippets + " snippets");
    lines.addAll(errors);
    return new Evaluation.Result(figures, lines);
  }

  private static Map<String, String> labels(Path file) {
    try {
      JsonNode node = new YAMLMapper().readTree(Files.readString(file));
      Map<String, String> labels = new HashMap<>();
      node.properties().forEach(e -> labels.put(e.getKey(), e.getValue().asString()));
      return labels;
    } catch (JacksonException e) {
      throw new EvaluationException(file + ": not YAML: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new EvaluationException(file + ": cannot be read: " + e);
    }
  }
}
