package org.sitrep.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitrep.exchange.Exchange;
import org.sitrep.page.Capture;
import org.sitrep.text.Span;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * News with all its attributions marked by hand (PolNeAR, Newell, Margolin and Ruths 2018): spans of source, cue
 * and content in brat's form, counted in Unicode code points. Where a file holds several splits, those for training
 * are left out.
 *
 * <p>An attribution found and one marked are a pair when their sources and their contents overlap; one to one, as
 * many pairs as there can be. {@code source} counts pairs whose sources overlap, whatever the content. Gold without
 * a source or content is left out.
 */
final class PolnearScorer implements Scorer {

  private static final Pattern SPAN = Pattern.compile("(T\\d+)\\t(\\w+) (\\d+ \\d+(?:;\\d+ \\d+)*)(?:\\t.*)?");
  private static final Pattern EVENT = Pattern.compile("E\\d+\\t(.*)");
  private static final int QUOTE = 60;

  /** An attribution: where its source stands and where its content does. */
  private record Pair(List<Span> source, List<Span> content) {

    boolean sameSource(Pair other) {
      return overlap(source, other.source);
    }

    boolean same(Pair other) {
      return sameSource(other) && overlap(content, other.content);
    }

    private static boolean overlap(List<Span> some, List<Span> others) {
      return some.stream().anyMatch(s -> others.stream().anyMatch(s::overlaps));
    }
  }

  @Override
  public boolean takes(Row row) {
    return row.has("doc", "text", "ann");
  }

  @Override
  public Evaluation.Result score(Task task) {
    List<Row> rows = task.gold().stream().filter(r -> !r.json().path("split").asString("").equals("train")).toList();
    List<Capture> documents = rows.stream().map(r -> Task.snippet(r.text("doc"), r.text("text"), Optional.empty())).toList();
    List<Row> found = task.request().predicted().map(Row::read).orElseGet(() -> task.coding().attributions(documents));
    Map<String, List<Pair>> byDocument = new HashMap<>();
    for (Row row : found) {
      byDocument.computeIfAbsent(row.text("doc"), d -> new ArrayList<>()).add(new Pair(span(row, "source"), span(row, "content")));
    }
    Tally pairs = new Tally();
    Tally sources = new Tally();
    List<String> errors = new ArrayList<>();
    for (Row row : rows) {
      List<Pair> gold = gold(row);
      List<Pair> own = byDocument.getOrDefault(row.text("doc"), List.of());
      int[] matched = match(gold, own, false);
      add(pairs, matched, own.size());
      add(sources, match(gold, own, true), own.size());
      errors(row, gold, own, matched, errors);
    }
    ObjectNode figures = Exchange.object().put("documents", rows.size());
    figures.set("pair", pairs.json());
    figures.set("source", sources.json());
    List<String> lines = new ArrayList<>(List.of(rows.size() + " documents", pairs.headline("pair"), sources.headline("source")));
    lines.addAll(errors.subList(0, Math.min(task.request().errors(), errors.size())));
    return new Evaluation.Result(figures, lines);
  }

  private static List<Span> span(Row row, String field) {
    JsonNode ends = row.require(field);
    if (ends.size() != 2) {
      throw new EvaluationException(row.where() + ": \"" + field + "\" is no [start, end]");
    }
    return List.of(new Span(ends.get(0).asInt(), ends.get(1).asInt()));
  }

  /** The attributions marked in a document that have both source and content. */
  private static List<Pair> gold(Row row) {
    Map<String, List<Span>> spans = new HashMap<>();
    List<Pair> gold = new ArrayList<>();
    List<String> lines = row.text("ann").lines().toList();
    for (String line : lines) {
      Matcher span = SPAN.matcher(line);
      if (span.matches()) {
        spans.put(span.group(1), Arrays.stream(span.group(3).split(";")).map(PolnearScorer::ends).toList());
      }
    }
    for (String line : lines) {
      Matcher event = EVENT.matcher(line);
      if (event.matches()) {
        Pair pair = new Pair(role(event.group(1), "Source", spans), role(event.group(1), "Content", spans));
        if (!pair.source().isEmpty() && !pair.content().isEmpty()) {
          gold.add(pair);
        }
      }
    }
    return gold;
  }

  private static Span ends(String written) {
    String[] ends = written.split(" ");
    return new Span(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
  }

  /** The spans of one role of an event line ("Source:T1 Source2:T4 Cue:T2"). */
  private static List<Span> role(String line, String role, Map<String, List<Span>> spans) {
    List<Span> found = new ArrayList<>();
    for (String argument : line.split(" ")) {
      int colon = argument.indexOf(':');
      if (colon > 0 && argument.substring(0, colon).replaceAll("\\d+$", "").equals(role)) {
        found.addAll(spans.getOrDefault(argument.substring(colon + 1), List.of()));
      }
    }
    return found;
  }

  /** For each gold attribution the one found that is paired with it, or -1: as many pairs as there can be. */
  private static int[] match(List<Pair> gold, List<Pair> found, boolean sourceOnly) {
    int[] matched = new int[gold.size()];
    Arrays.fill(matched, -1);
    for (int i = 0; i < found.size(); i++) {
      place(i, gold, found, sourceOnly, matched, new boolean[gold.size()]);
    }
    return matched;
  }

  /** Finds a partner for one, moving others to further partners of theirs where need be. */
  private static boolean place(int i, List<Pair> gold, List<Pair> found, boolean sourceOnly, int[] matched, boolean[] seen) {
    for (int g = 0; g < gold.size(); g++) {
      boolean fits = sourceOnly ? gold.get(g).sameSource(found.get(i)) : gold.get(g).same(found.get(i));
      if (fits && !seen[g]) {
        seen[g] = true;
        if (matched[g] < 0 || place(matched[g], gold, found, sourceOnly, matched, seen)) {
          matched[g] = i;
          return true;
        }
      }
    }
    return false;
  }

  private static void add(Tally tally, int[] matched, int found) {
    int right = (int) Arrays.stream(matched).filter(m -> m >= 0).count();
    tally.add(new Tally(right, found - right, matched.length - right));
  }

  private static void errors(Row row, List<Pair> gold, List<Pair> found, int[] matched, List<String> errors) {
    int[] points = row.text("text").codePoints().toArray();
    for (int g = 0; g < gold.size(); g++) {
      if (matched[g] < 0) {
        errors.add(line(row, "missed", gold.get(g), points));
      }
    }
    for (int i = 0; i < found.size(); i++) {
      int one = i;
      if (Arrays.stream(matched).noneMatch(m -> m == one)) {
        errors.add(line(row, "extra", found.get(i), points));
      }
    }
  }

  private static String line(Row row, String what, Pair pair, int[] points) {
    return String.join(" | ", row.text("doc"), what, words(pair.source(), points), words(pair.content(), points));
  }

  private static String words(List<Span> spans, int[] points) {
    Span first = spans.getFirst();
    int end = Math.min(first.end(), points.length);
    return first.start() >= end ? "" : Literal.cut(new String(points, first.start(), end - first.start()).replaceAll("\\s+", " "), QUOTE);
  }
}
