package org.sitrep.cli;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.sitrep.assessment.Assessment;
import org.sitrep.assessment.Assessment.Question;
import org.sitrep.claim.Claim;
import org.sitrep.control.ControlEntry;
import org.sitrep.control.ControlLedger;
import org.sitrep.desk.Workshop;
import org.sitrep.event.Event;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.report.SituationReport;
import org.sitrep.reporting.Reporting;
import org.sitrep.store.Filter;
import org.sitrep.store.Store;
import org.sitrep.store.StoredDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "report",
    description = "Writes the situation report of a day: who says what, every sentence with its evidence.",
    footer = {
      "",
      "Examples:",
      "  sitrep report --date 2017-09-23",
      "  sitrep report --date 2017-09-23 --place Maadan --format html > report.html"
    })
final class ReportCommand implements Callable<Integer> {

  /** The forms that can be asked for. */
  enum Form {
    MD,
    HTML
  }

  @ParentCommand private SitrepCommand sitrep;
  @Mixin private StoreOption store;
  @Mixin private SlotOptions slots;

  @Option(names = "--date", required = true, paramLabel = "DAY", description = "The day, as 2017-09-24.")
  private LocalDate day = LocalDate.MIN;

  @Option(
      names = "--format",
      paramLabel = "FORM",
      defaultValue = "md",
      description = "md or html (default: ${DEFAULT-VALUE}).")
  private Form form = Form.MD;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ReportCommand() {}

  @Override
  public Integer call() {
    Console console = sitrep.console();
    try (Store open = store.openExisting(console)) {
      Filter filter = slots.filter(sitrep.home(), null, null);
      List<Event> events = open.listEvents(filter);
      List<Claim> claims = open.listClaims(filter);
      Knowledge knowledge = Workshop.knowledge(sitrep.home());
      ControlLedger ledger = restingOn(claims, control(open, new Assessment(knowledge)), filter);
      Reporting reporting = new Reporting(knowledge);
      NavigableSet<LocalDate> days = reporting.days(events, claims, ledger);
      if (!days.contains(day)) {
        console.warn("nothing is told of " + day + "; " + Days.near(days, day));
        return Exit.NO_INPUT;
      }
      SituationReport report = reporting.report(day, events, claims, ledger);
      List<Claim> all = open.listClaims(Filter.ALL);
      Map<String, String> addresses = addresses(open);
      String written =
          switch (form) {
            case MD -> reporting.markdown(report, all, addresses);
            case HTML -> reporting.html(report, all, addresses);
          };
      console.out().print(written);
      console.out().flush();
    }
    return Exit.OK;
  }

  /** The ledger, with what it came to on the day. */
  private ControlLedger control(Store open, Assessment assessment) {
    List<ControlEntry> entries = open.listControl();
    Question question = new Question(Optional.of(day), Optional.empty(), Set.of());
    return new ControlLedger(entries, assessment.states(entries, open.listRulings(), question));
  }

  /** What the ledger says on the word of claims that the filter lets through. */
  private static ControlLedger restingOn(List<Claim> claims, ControlLedger ledger, Filter filter) {
    if (filter.isEmpty()) {
      return ledger;
    }
    Set<String> ids = new HashSet<>();
    claims.forEach(c -> ids.add(c.id()));
    return new ControlLedger(
        ledger.entries(),
        ledger.states().stream().filter(s -> s.claims().stream().anyMatch(ids::contains)).toList());
  }

  private static Map<String, String> addresses(Store open) {
    Map<String, String> addresses = new HashMap<>();
    for (StoredDocument.Head head : open.listDocuments()) {
      head.url().ifPresent(url -> addresses.put(head.digest(), url));
    }
    return addresses;
  }
}
