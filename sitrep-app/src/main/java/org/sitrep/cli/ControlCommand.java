package org.sitrep.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.sitrep.control.ControlEntry;
import org.sitrep.control.ControlLedger;
import org.sitrep.control.ControlState;
import org.sitrep.exchange.Exchange;
import org.sitrep.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "control",
    description = "Says who is said to hold which place, and on whose word.",
    footer = {"", "Examples:", "  sitrep control", "  sitrep control --ledger --json"})
final class ControlCommand implements Callable<Integer> {

  @ParentCommand private SitrepCommand sitrep;
  @Mixin private StoreOption store;
  @Mixin private JsonOption json;

  @Option(names = "--ledger", description = "Every entry instead of what follows from them.")
  private boolean ledger;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ControlCommand() {}

  @Override
  public Integer call() {
    Console console = sitrep.console();
    try (Store open = store.openExisting(console)) {
      ControlLedger control = open.getControl();
      if (json.isSet()) {
        if (ledger) {
          control.entries().forEach(entry -> console.line(Exchange.control(entry)));
        } else {
          control.states().forEach(state -> console.line(Exchange.control(state)));
        }
      } else {
        Tables.align(ledger ? entries(control) : states(control)).forEach(console::line);
      }
    }
    return Exit.OK;
  }

  private static List<List<String>> states(ControlLedger control) {
    List<List<String>> rows = new ArrayList<>();
    for (ControlState state : control.states()) {
      rows.add(
          List.of(
              state.place().name(),
              Exchange.name(state.status()),
              String.join(" / ", state.holders()),
              state.since().map(d -> "since " + d).orElse("no date"),
              "on the word of " + String.join(", ", state.roots())));
    }
    return rows;
  }

  private static List<List<String>> entries(ControlLedger control) {
    List<List<String>> rows = new ArrayList<>();
    for (ControlEntry entry : control.entries()) {
      rows.add(
          List.of(
              entry.since().or(entry::known).map(Object::toString).orElse("no date"),
              entry.place().name(),
              Exchange.name(entry.kind()) + " by " + entry.holderName(),
              Exchange.name(entry.standing()),
              entry.root(),
              entry.claim()));
    }
    return rows;
  }
}
