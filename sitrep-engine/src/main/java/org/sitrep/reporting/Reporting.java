package org.sitrep.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Claim;
import org.sitrep.control.ControlEntry;
import org.sitrep.control.ControlLedger;
import org.sitrep.control.ControlState;
import org.sitrep.entity.Actor;
import org.sitrep.event.Contradiction;
import org.sitrep.event.Event;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.knowledge.ReportWording;
import org.sitrep.report.SituationReport;
import org.sitrep.report.SituationReport.Line;
import org.sitrep.report.SituationReport.Section;
import org.sitrep.time.TimeWindow;

/**
 * Writes the day's situation report: each line names who says what, with the claims it rests on. Sentences
 * are built from the slots of claims by the templates of {@code report.yml}; no claim is told more firmly
 * than it was made. Immutable and thread-safe.
 */
public final class Reporting {

  private static final String STANDING = "standing";

  private final ReportWording wording;
  private final Knowledge knowledge;
  private final Sentence sentence;
  private final Clause clause;
  private final Versions versions;

  /** Reports in the words of {@code knowledge}; documents that nobody published are called by their ids. */
  public Reporting(Knowledge knowledge) {
    this(knowledge, UnaryOperator.identity());
  }

  /**
   * Reports in the words of {@code knowledge}.
   *
   * @param titles what a document is called, by its id, where its publisher is not known
   */
  public Reporting(Knowledge knowledge, UnaryOperator<String> titles) {
    this.knowledge = knowledge;
    this.wording = knowledge.reportWording();
    this.clause = new Clause(wording, knowledge.actors());
    this.sentence = new Sentence(wording, clause, titles);
    this.versions = new Versions(wording, clause, sentence);
  }

  /**
   * What a report is made of.
   *
   * @param events those of the day, and any others
   * @param aside claims that make no event
   * @param ledger the control ledger
   * @param ofLedger the claims that it rests on, and any others
   */
  public record Material(List<Event> events, List<Claim> aside, ControlLedger ledger, List<Claim> ofLedger) {}

  /**
   * The report of a day. Events of a few days belong to every day of their window; undated ones to the day on which
   * they were first published, plans to the day of publication. What is of a month or longer that has the day in it, or
   * of no known day at all, stands in a section of its own at the end.
   */
  public SituationReport report(LocalDate day, Material material) {
    Map<String, List<Line>> lines = new LinkedHashMap<>();
    wording.sections().forEach(s -> lines.put(s.id(), new ArrayList<>()));
    for (Event event : byPlace(material.events())) {
      if (event.isOf(day)) {
        boolean standing = isStanding(event);
        add(lines, standing ? STANDING : section(event), line(event, day));
        for (Contradiction contradiction : Versions.of(event)) {
          add(lines, standing ? STANDING : "contested", versions.line(event, contradiction));
        }
      }
    }
    Map<String, Claim> byId = Claim.byId(material.ofLedger());
    for (ControlState state : material.ledger().states()) {
      if (isChangeOf(state, day)) {
        add(lines, "control", versions.line(state, material.ledger(), byId));
      }
    }
    material.aside().stream()
        .sorted(Claim.CANONICAL)
        .filter(c -> isAnnouncement(c) && isOf(c, day))
        .forEach(c -> add(lines, c.published().isEmpty() ? STANDING : "announced", line(c)));
    return new SituationReport(day, sections(lines));
  }

  /**
   * The report as Markdown, with a numbered footnote for every claim: document, offsets, quote.
   *
   * @param claims those that the report rests on, and any others
   * @param addresses where captures were found, by their digests; footnotes link there
   */
  public String markdown(
      SituationReport report, Collection<Claim> claims, Map<String, String> addresses) {
    return new Markdown(wording).render(report, new Notes(claims, addresses));
  }

  /** The report as one HTML page without scripts; parameters as for {@link #markdown}. */
  public String html(
      SituationReport report, Collection<Claim> claims, Map<String, String> addresses) {
    return new Html(wording).render(report, new Notes(claims, addresses));
  }

  /**
   * The days that have a report of their own: those of dated events whose window is of a few days, those
   * on which control changed, and those on which undated events and plans were published.
   *
   * @param windows when dated events were
   * @param published when undated events were first published
   * @param aside claims that make no event
   */
  public NavigableSet<LocalDate> days(
      Collection<TimeWindow> windows, Collection<LocalDate> published, List<Claim> aside, ControlLedger ledger) {
    NavigableSet<LocalDate> days = new TreeSet<>(published);
    ledger.states().forEach(s -> s.since().filter(day -> isChangeOf(s, day)).ifPresent(days::add));
    windows.stream()
        .filter(TimeWindow::isOfFewDays)
        .forEach(t -> t.start().datesUntil(t.end().plusDays(1)).forEach(days::add));
    aside.stream().filter(this::isAnnouncement).forEach(c -> c.published().ifPresent(days::add));
    return days;
  }

  /** Whether who holds a place changed on a day, so that a report tells it. */
  public static boolean isChangeOf(ControlState state, LocalDate day) {
    return state.since().filter(day::equals).isPresent() && !state.claims().isEmpty() && isChange(state);
  }

  /** That a place was not taken, or that nothing is known of it, is no change. */
  private static boolean isChange(ControlState state) {
    return !state.holders().isEmpty()
        || (state.status() != ControlState.Status.UNKNOWN && state.words().stream().allMatch(w -> w.kind() == ControlEntry.Kind.LOST));
  }

  private List<Section> sections(Map<String, List<Line>> lines) {
    return wording.sections().stream()
        .map(s -> new Section(s.title(), lines.getOrDefault(s.id(), List.of()), s.id().equals(STANDING)))
        .filter(s -> !s.lines().isEmpty())
        .toList();
  }

  private List<Event> byPlace(List<Event> events) {
    return events.stream()
        .sorted(
            Comparator.comparing((Event e) -> e.place().isEmpty())
                .thenComparing(e -> clause.place(e.place()))
                .thenComparing(Event::id))
        .toList();
  }

  /** Whether it would stand in the reports of many days: of a month or longer, or of no known day. */
  private static boolean isStanding(Event event) {
    return event.time().map(t -> !t.isOfFewDays()).orElse(event.firstPublished().isEmpty());
  }

  /** A plan is reported on the day it was published; where that is not known, in every report. */
  private static boolean isOf(Claim claim, LocalDate day) {
    return claim.published().map(day::equals).orElse(true);
  }

  /** Whether a claim outside all events is a plan or mere words; states of control have their own lines. */
  private boolean isAnnouncement(Claim claim) {
    return claim.certainty() == Certainty.PLANNED
        || !claim.type().id().equals("control");
  }

  private String section(Event event) {
    if (event.time().isEmpty()) {
      return "undated";
    }
    boolean unconfirmed =
        event.claims().stream()
            .allMatch(
                c -> c.certainty() == Certainty.PROBABLE || c.certainty() == Certainty.POSSIBLE);
    if (unconfirmed) {
      return "unconfirmed";
    }
    if (isHarmToCivilians(event)) {
      return "civilians";
    }
    return wording.sections().stream()
        .filter(s -> s.types().contains(event.type().id()))
        .findFirst()
        .map(ReportWording.Section::id)
        .orElse("other");
  }

  private boolean isHarmToCivilians(Event event) {
    boolean civilians =
        event.targets().stream()
            .flatMap(p -> p.actor().flatMap(knowledge.actors()::find).stream())
            .anyMatch(a -> a.kind() == Actor.Kind.CIVILIANS);
    return civilians && event.type().family().equals("fight");
  }

  private Line line(Event event, LocalDate day) {
    String text = sentence.of(event.claims());
    String period =
        event
            .time()
            .filter(t -> !t.start().equals(day) || !t.end().equals(day))
            .map(t -> Template.fill(wording.period(), Map.of("time", t.toString())))
            .orElse("");
    return new Line(text + period, event.id(), event.claims().stream().map(Claim::id).toList());
  }

  private Line line(Claim claim) {
    return new Line(sentence.of(List.of(claim)), "", List.of(claim.id()));
  }

  private static void add(Map<String, List<Line>> lines, String section, Line line) {
    lines.computeIfAbsent(section, s -> new ArrayList<>()).add(line);
  }
}
