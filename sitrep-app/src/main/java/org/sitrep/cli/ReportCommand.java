package org.sitrep.cli;

import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.concurrent.Callable;
import org.sitrep.assessment.Assessment;
import org.sitrep.desk.ReportWriting;
import org.sitrep.desk.Workshop;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.report.SituationReport;
import org.sitrep.store.Filter;
import org.sitrep.store.Store;
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
      "  sitrep report --date 2017-09-23 --place Maadan --format html > report.html",
      "  sitrep report --date 2017-09-23 --undated    also what is of no certain day, at the end"
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

  @Option(
      names = "--undated",
      description = "Also sentences of no certain day, at the end: no source states a day, or only a month or a longer time.")
  private boolean undated;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ReportCommand() {}

  @Override
  public Integer call() {
    Console console = sitrep.console();
    try (Store open = store.openExisting(console)) {
      Filter filter = slots.filter(sitrep.home(), null, null);
      Knowledge knowledge = Workshop.knowledge(sitrep.home());
      ReportWriting writing = new ReportWriting(open, knowledge, new Assessment(knowledge), filter);
      NavigableSet<LocalDate> days = writing.days(day);
      SituationReport full = writing.report(day);
      SituationReport report = undated ? full : full.ofTheDayAlone();
      if (report.sections().isEmpty()) {
        console.warn("nothing is told of " + day + hint(report) + "; " + Days.near(days, day));
        return Exit.NO_INPUT;
      }
      String written =
          switch (form) {
            case MD -> writing.markdown(report);
            case HTML -> writing.html(report);
          };
      console.out().print(written);
      console.out().flush();
    }
    return Exit.OK;
  }

  private static String hint(SituationReport report) {
    int left = report.leftOut();
    return left == 0 ? "" : " itself (" + left + (left == 1 ? " sentence" : " sentences") + " of no certain day: --undated)";
  }
}
