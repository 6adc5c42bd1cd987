package org.sitrep.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.sitrep.exchange.Exchange;
import org.sitrep.flow.Issue;
import org.sitrep.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "issues",
    description = "Lists what could not be read or decided.",
    footer = {"", "Examples:", "  sitrep issues --rejects", "  sitrep issues --json | jq .kind"})
final class IssuesCommand implements Callable<Integer> {

  @ParentCommand private SitrepCommand sitrep;
  @Mixin private StoreOption store;
  @Mixin private JsonOption json;

  @Option(names = "--rejects", description = "Only inputs that were left out.")
  private boolean rejects;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  IssuesCommand() {}

  @Override
  public Integer call() {
    Console console = sitrep.console();
    try (Store open = store.openExisting(console)) {
      List<Issue> issues =
          open.listIssues().stream().filter(i -> !rejects || i.kind().rejects()).toList();
      for (Issue issue : issues) {
        console.line(
            json.isSet() ? Exchange.issue(issue) : Exchange.name(issue.kind()) + "  " + issue);
      }
      if (issues.isEmpty()) {
        console.say("no issues");
      }
    }
    return Exit.OK;
  }
}
