package org.sitrep.web;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sitrep.claim.Claim;
import org.sitrep.desk.ReportWriting;
import org.sitrep.desk.Toolbox;
import org.sitrep.exchange.Exchange;
import org.sitrep.report.SituationReport;
import org.sitrep.report.SituationReport.Line;
import org.sitrep.report.SituationReport.Section;
import org.sitrep.store.Filter;
import org.sitrep.store.Store;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/report}: a day's draft, every sentence with its claims, and the same as a file. Thread-safe. */
final class ReportApi {

  /** What may be asked for beside filters. */
  private static final String[] OTHERS = {"date", "drop", "pin", "undated", "format", "whole"};

  private final Store store;
  private final Toolbox toolbox;
  private final Version version;
  private @Nullable Held held;

  /** The material of the last filter that was asked for: stepping by day asks for the same again and again. */
  private record Held(long of, Filter filter, ReportWriting writing) {}

  ReportApi(Store store, Toolbox toolbox, Version version) {
    this.store = store;
    this.toolbox = toolbox;
    this.version = version;
  }

  void addTo(HttpRouting.Builder routes) {
    routes.get("/api/report", this::report);
    routes.get("/api/report/days", this::days);
  }

  private synchronized ReportWriting writing(Filter filter) {
    Held here = held;
    if (here == null || here.of() != version.number() || !here.filter().equals(filter)) {
      here = new Held(version.number(), filter, new ReportWriting(store, toolbox.knowledge(), toolbox.assessment(), filter));
      held = here;
    }
    return here.writing();
  }

  private void days(ServerRequest request, ServerResponse response) {
    ObjectNode out = Exchange.object();
    ArrayNode days = out.putArray("days");
    writing(Filters.of(request, OTHERS)).days(LocalDate.MAX).forEach(d -> days.add(d.toString()));
    Answers.json(request, response, out);
  }

  private void report(ServerRequest request, ServerResponse response) {
    Optional<LocalDate> day = Api.day(request, "date");
    if (day.isEmpty()) {
      throw new IllegalArgumentException("of which day? name a date");
    }
    boolean undated = Filters.flag(request, "undated");
    ReportWriting writing = writing(Filters.of(request, OTHERS));
    SituationReport full = writing.report(day.get());
    SituationReport whole = undated ? full : full.ofTheDayAlone();
    SituationReport kept = ReportWriting.arrange(whole, new HashSet<>(Api.values(request, "drop")), new HashSet<>(Api.values(request, "pin")));
    String format = Api.values(request, "format").stream().findFirst().orElse("json");
    switch (format) {
      case "md" -> file(response, writing.markdown(kept), "text/markdown", "report-" + day.get() + ".md");
      case "html" -> file(response, writing.html(kept), "text/html", "report-" + day.get() + ".html");
      case "json" -> Answers.json(request, response, json(writing, Api.values(request, "whole").isEmpty() ? kept : whole, full));
      default -> throw new IllegalArgumentException("no format \"" + format + "\"; there are json, md, html");
    }
  }

  private static void file(ServerResponse response, String text, String type, String name) {
    response.status(Status.OK_200).header("Content-Type", type + "; charset=utf-8");
    response.header("Content-Disposition", "attachment; filename=\"" + name + '"');
    response.header("Cache-Control", "no-store");
    response.send(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The report, its footnotes, and how all that is told of the day differs from the day before. */
  private ObjectNode json(ReportWriting writing, SituationReport report, SituationReport full) {
    LocalDate day = full.date();
    SituationReport last = writing.report(day.minusDays(1));
    Set<String> before = texts(last);
    Set<String> now = texts(full);
    ObjectNode out = Exchange.object().put("date", day.toString()).put("version", version.number()).put("standing", full.standing());
    NavigableSet<LocalDate> days = writing.days(day);
    Optional.ofNullable(days.lower(day)).ifPresent(d -> out.put("earlier", d.toString()));
    Optional.ofNullable(days.higher(day)).ifPresent(d -> out.put("later", d.toString()));
    Map<String, Integer> numbers = new LinkedHashMap<>();
    ArrayNode sections = out.putArray("sections");
    for (Section section : report.sections()) {
      ArrayNode lines = sections.addObject().put("title", section.title()).put("standing", section.standing()).putArray("lines");
      section.lines().forEach(line -> line(lines.addObject(), line, numbers, before));
    }
    ArrayNode gone = out.putArray("yesterday_only");
    texts(last.ofTheDayAlone()).stream().filter(t -> !now.contains(t)).forEach(gone::add);
    Map<String, Claim> byId = Claim.byId(writing.cited(report));
    ArrayNode notes = out.putArray("notes");
    numbers.forEach((id, number) -> note(notes.addObject().put("number", number).put("claim_id", id), byId.get(id)));
    return out;
  }

  private static Set<String> texts(SituationReport report) {
    return lines(report).map(Line::text).collect(Collectors.toCollection(java.util.LinkedHashSet::new));
  }

  private static Stream<Line> lines(SituationReport report) {
    List<Section> sections = report.sections();
    return sections.stream().flatMap(s -> s.lines().stream());
  }

  private static void line(ObjectNode out, Line line, Map<String, Integer> numbers, Set<String> before) {
    out.put("key", ReportWriting.key(line)).put("text", line.text()).put("new", !before.contains(line.text()));
    if (!line.event().isEmpty()) {
      out.put("event_id", line.event());
    }
    ArrayNode notes = out.putArray("notes");
    line.claims().forEach(id -> notes.add(numbers.computeIfAbsent(id, k -> numbers.size() + 1)));
  }

  private static void note(ObjectNode out, @Nullable Claim claim) {
    if (claim != null) {
      out.put("doc", claim.doc()).put("start", claim.evidence().codePoints().start()).put("end", claim.evidence().codePoints().end());
      out.put("quote", claim.evidence().quote());
      claim.publisher().ifPresent(p -> out.put("publisher", p));
      claim.published().ifPresent(d -> out.put("published", d.toString()));
    }
  }
}
