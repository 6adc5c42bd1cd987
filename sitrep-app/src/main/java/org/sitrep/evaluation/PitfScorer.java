package org.sitrep.evaluation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.sitrep.exchange.Exchange;
import org.sitrep.knowledge.Counts;
import org.sitrep.page.Capture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reports of atrocities with the numbers of their dead and injured (PITF): how often the number is met
 * exactly, over the reports whose text states it. Each report is coded as the document {@code pitf-<id>},
 * published on the day of the report.
 *
 * <p>What the claims of a report say adds up like this. Claims that something did not or will not happen,
 * accusations and threats are left out. Claims are of one event when fusion joins them, or when type, place
 * and day are the same. A claim's number is the fewest that it allows ("at least 5" is 5, "more than 5" is 6), or the
 * most where it allows none ("up to 5"); an event's number is the largest of its claims', since tolls are stated
 * again, in part, and upwards. The toll is the sum over
 * the events; where one of three or more events has just the sum of all the others, it is the total of them,
 * and stands for all.
 *
 * <p>The reports' coders wrote down 60 for "more than 60", where the codebook has 61: how often the number as stated
 * is met is given, too. Beside it stands what the first number right before "killed" ("wounded", "injured") would give.
 */
final class PitfScorer implements Scorer {

  private static final int QUOTE = 160;

  @Override
  public boolean takes(Row row) {
    return row.has("id", "text", "deaths", "injured");
  }

  @Override
  public Evaluation.Result score(Task task) {
    List<Capture> reports = new ArrayList<>();
    for (Row row : task.gold()) {
      reports.add(Task.snippet(doc(row), row.text("text"), day(row)));
    }
    Map<String, List<JsonNode>> claims = new HashMap<>();
    task.predictions(reports).forEach(c -> claims.computeIfAbsent(c.text("doc"), d -> new ArrayList<>()).add(c.json()));
    Counts counts = task.coding().knowledge().counts();
    FirstNumber baseline = new FirstNumber(counts);
    Score deaths = new Score("deaths", "killed", counts, baseline.before("killed", "dead", "died"));
    Score injured = new Score("injured", "wounded", counts, baseline.before("wounded", "injured", "hurt"));
    for (Row row : task.gold()) {
      List<JsonNode> own = claims.getOrDefault(doc(row), List.of());
      deaths.add(row, own);
      injured.add(row, own);
    }
    return result(task, List.of(deaths, injured));
  }

  private static String doc(Row row) {
    return "pitf-" + row.text("id");
  }

  /** The day of the report; some name no more than a month. */
  private static Optional<LocalDate> day(Row row) {
    try {
      return Optional.of(LocalDate.parse(row.text("date")));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Evaluation.Result result(Task task, List<Score> scores) {
    ObjectNode figures = Exchange.object().put("reports", task.gold().size());
    List<String> lines = new ArrayList<>();
    lines.add(task.gold().size() + " reports");
    List<String> errors = new ArrayList<>();
    for (Score score : scores) {
      figures.set(score.field, score.json());
      lines.add(score.line());
      errors.addAll(score.errors);
    }
    lines.addAll(errors.subList(0, Math.min(task.request().errors(), errors.size())));
    return new Evaluation.Result(figures, lines);
  }

  /** How often one of the two numbers is met. */
  private static final class Score {
    final String field;
    final String fate;
    final Toll lowest;
    final Toll asStated;
    final ToIntFunction<String> baseline;
    final List<String> errors = new ArrayList<>();
    int stated;
    int exact;
    int exactAsStated;
    int byBaseline;

    Score(String field, String fate, Counts counts, ToIntFunction<String> baseline) {
      this.field = field;
      this.fate = fate;
      this.lowest = new Toll(counts, false);
      this.asStated = new Toll(counts, true);
      this.baseline = baseline;
    }

    void add(Row row, List<JsonNode> claims) {
      if (!row.require(field + "_stated").asBoolean()) {
        return;
      }
      String text = row.text("text");
      int wanted = row.require(field).asInt();
      int found = lowest.of(claims, fate);
      stated++;
      exactAsStated += asStated.of(claims, fate) == wanted ? 1 : 0;
      byBaseline += baseline.applyAsInt(text) == wanted ? 1 : 0;
      if (found == wanted) {
        exact++;
      } else {
        errors.add(String.join(" | ", doc(row), field, wanted + " <> " + found, Literal.cut(text, QUOTE)));
      }
    }

    double share(int met) {
      return stated == 0 ? 0 : (double) met / stated;
    }

    ObjectNode json() {
      return JsonNodeFactory.instance.objectNode()
          .put("stated", stated)
          .put("exact", Tally.rounded(share(exact), 4))
          .put("exact_as_stated", Tally.rounded(share(exactAsStated), 4))
          .put("first_number", Tally.rounded(share(byBaseline), 4));
    }

    String line() {
      return Tally.pad(field, 10) + " exact " + Tally.shown(share(exact), 3) + " of " + stated + " stated ("
          + Tally.shown(share(exactAsStated), 3) + " with \"more than n\" as n); the first number would give "
          + Tally.shown(share(byBaseline), 3);
    }
  }
}
