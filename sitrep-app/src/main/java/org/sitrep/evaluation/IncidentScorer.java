package org.sitrep.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.sitrep.exchange.Exchange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Articles of several outlets tied to incidents by the monitor that collected them (Airwars): whether the events
 * bring together the articles about one incident, and no others. The articles are read together, as one store, and
 * fused; nothing of the incidents is shown to the system.
 *
 * <p>An article is an item. Of its claims those count whose type ACLED counts as violence and that are in an event.
 * Two ways of saying which event an article is about, both without sight of the incidents: {@code main}, the event
 * that most of these claims are in, the one told first where several have as many; {@code any}, the event of each, so that an article shares
 * company with all that tell of one of its happenings, also in the background. An article without such a claim is
 * alone. Beside the events stands what a filter of one event per day and place gives for the same claims: the day of
 * the claim, else of the publication, and the innermost place; a claim without either is alone. And what leaving every
 * article alone gives, since most incidents here have one article.
 *
 * <p>Figures: B-cubed over all articles, and {@code shared} over those only that share an incident with another;
 * {@code groups} with more than one article; {@code pairs} of articles right, wrong, and missed.
 */
final class IncidentScorer implements Scorer {

  private static final Set<String> VIOLENCE = Set.of("Battles", "Explosions/Remote violence", "Violence against civilians");

  @Override
  public boolean takes(Row row) {
    return row.has("airwars_id", "code", "date");
  }

  @Override
  public Evaluation.Result score(Task task) {
    if (task.request().documents().isEmpty()) {
      throw new EvaluationException(task.request().gold() + " holds incidents, not articles: name these with --documents FILE...");
    }
    Grouping incidents = incidents(task);
    List<Row> claims = task.request().predicted().map(Row::read)
        .orElseGet(() -> task.coding().fused(task.coding().documents(task.request().documents())));
    Map<String, List<JsonNode>> violence = violence(claims, incidents.items());
    Report report = new Report(incidents, violence.size(), task.request().errors());
    report.add("main", "events", grouping(violence, incidents, true, IncidentScorer::event));
    report.add("main", "day_and_place", grouping(violence, incidents, true, IncidentScorer::dayAndPlace));
    report.add("any", "events", grouping(violence, incidents, false, IncidentScorer::event));
    report.add("any", "day_and_place", grouping(violence, incidents, false, IncidentScorer::dayAndPlace));
    report.add("none", "alone", new Grouping(incidents.items()));
    return report.result();
  }

  /** The articles about the incidents of the gold file, by incident. */
  private static Grouping incidents(Task task) {
    Set<String> known = new TreeSet<>();
    task.gold().forEach(row -> known.add(row.text("airwars_id")));
    Map<String, List<String>> of = new LinkedHashMap<>();
    for (Path file : task.request().documents()) {
      for (Row article : Row.read(file)) {
        for (JsonNode id : article.require("incident_ids")) {
          String incident = id.asString().substring(id.asString().lastIndexOf('-') + 1);
          if (known.contains(incident)) {
            of.computeIfAbsent(article.text("doc"), d -> new ArrayList<>()).add(incident);
          }
        }
      }
    }
    Grouping incidents = new Grouping(of.keySet());
    of.forEach((article, its) -> its.forEach(incident -> incidents.put(article, incident)));
    return incidents;
  }

  /** The claims of violence of each article that has some, in the order of its text. */
  private static Map<String, List<JsonNode>> violence(List<Row> claims, Set<String> articles) {
    Map<String, List<JsonNode>> violence = new LinkedHashMap<>();
    for (Row claim : claims) {
      String doc = claim.text("doc");
      boolean counts = claim.has("event_id") && VIOLENCE.contains(claim.json().path("acled_event_type").asString(""));
      if (counts && articles.contains(doc)) {
        violence.computeIfAbsent(doc, d -> new ArrayList<>()).add(claim.json());
      }
    }
    violence.values().forEach(own -> own.sort(Comparator.comparingLong(c -> c.path("start").asLong())));
    return violence;
  }

  private static Grouping grouping(
      Map<String, List<JsonNode>> violence, Grouping incidents, boolean mainOnly, Function<JsonNode, Optional<String>> group) {
    Grouping grouping = new Grouping(incidents.items());
    violence.forEach((article, claims) -> {
      Map<String, Integer> counts = new LinkedHashMap<>();
      claims.forEach(c -> group.apply(c).ifPresent(g -> counts.merge(g, 1, Integer::sum)));
      int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
      counts.entrySet().stream().filter(e -> !mainOnly || e.getValue() == most).limit(mainOnly ? 1 : Integer.MAX_VALUE)
          .forEach(e -> grouping.put(article, e.getKey()));
    });
    return grouping;
  }

  private static Optional<String> event(JsonNode claim) {
    return Optional.of(claim.path("event_id").asString(""));
  }

  private static Optional<String> dayAndPlace(JsonNode claim) {
    String start = claim.at("/time/start").asString("");
    boolean day = !start.isEmpty() && start.equals(claim.at("/time/end").asString(""));
    String when = day ? start : claim.path("published").asString("");
    String where = claim.at("/place/id").asString(Fold.name(claim.at("/place/name").asString("")));
    return when.isEmpty() || where.isEmpty() ? Optional.empty() : Optional.of(when + " " + where);
  }

  /** Measures groupings against the incidents and writes them down. */
  private static final class Report {
    private final Grouping incidents;
    private final List<String> shared;
    private final Set<Grouping.Pair> wanted;
    private final int most;
    private final ObjectNode figures;
    private final List<String> lines = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();

    Report(Grouping incidents, int telling, int most) {
      this.incidents = incidents;
      this.shared = incidents.accompanied();
      this.wanted = incidents.pairs();
      this.most = most;
      int articles = incidents.items().size();
      this.figures = Exchange.object().put("articles", articles).put("shared", shared.size())
          .put("pairs", wanted.size()).put("silent", articles - telling);
      lines.add(articles + " articles; " + shared.size() + " share an incident with another, in " + wanted.size()
          + " pairs; " + (articles - telling) + " tell of no violence");
    }

    void add(String protocol, String name, Grouping found) {
      Grouping.Agreement all = found.against(incidents, List.copyOf(incidents.items()));
      Grouping.Agreement own = found.against(incidents, shared);
      Set<Grouping.Pair> pairs = found.pairs();
      Set<Grouping.Pair> right = new LinkedHashSet<>(pairs);
      right.retainAll(wanted);
      Tally tally = new Tally(right.size(), pairs.size() - right.size(), wanted.size() - right.size());
      ObjectNode node = JsonNodeFactory.instance.objectNode();
      put(node, "b3", all);
      put(node, "shared", own);
      node.put("groups", found.several());
      node.set("pairs", tally.json());
      ObjectNode under = (ObjectNode) Objects.requireNonNullElseGet(figures.get(protocol), () -> figures.putObject(protocol));
      under.set(name, node);
      lines.add(Tally.pad(protocol + " " + name.replace('_', ' '), 22) + line("B3", all) + "   " + line("shared", own) + "   "
          + found.several() + " groups of several; pairs " + tally.right + "+ " + tally.wrong + "x " + tally.missed + "-");
      if (name.equals("events")) {
        list(protocol, "missed", wanted, pairs);
        list(protocol, "wrong", pairs, wanted);
      }
    }

    private void list(String protocol, String what, Set<Grouping.Pair> of, Set<Grouping.Pair> without) {
      of.stream().filter(p -> !without.contains(p))
          .forEach(p -> errors.add(String.join(" | ", protocol, what, p.one(), p.other())));
    }

    private static void put(ObjectNode node, String name, Grouping.Agreement figures) {
      node.put(name + "_p", Tally.rounded(figures.precision(), 4)).put(name + "_r", Tally.rounded(figures.recall(), 4))
          .put(name + "_f1", Tally.rounded(figures.f1(), 4));
    }

    private static String line(String name, Grouping.Agreement figures) {
      return name + " P " + Tally.shown(figures.precision(), 3) + " R " + Tally.shown(figures.recall(), 3) + " F1 "
          + Tally.shown(figures.f1(), 3);
    }

    Evaluation.Result result() {
      List<String> all = new ArrayList<>(lines);
      all.addAll(errors.subList(0, Math.min(most, errors.size())));
      return new Evaluation.Result(figures, all);
    }
  }
}
