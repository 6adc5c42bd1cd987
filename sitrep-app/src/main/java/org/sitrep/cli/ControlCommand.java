package org.sitrep.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Claim;
import org.sitrep.control.ControlEntry;
import org.sitrep.control.ControlLedger;
import org.sitrep.control.ControlState;
import org.sitrep.exchange.Exchange;
import org.sitrep.store.Filter;
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
        Map<String, Claim> claims = Claim.byId(open.listClaims(Filter.ALL));
        Tables.align(ledger ? entries(control, claims) : states(control, claims)).forEach(console::line);
      }
    }
    return Exit.OK;
  }

  private static List<List<String>> states(ControlLedger control, Map<String, Claim> claims) {
    Map<String, String> holders = control.holderNames();
    List<List<String>> rows = new ArrayList<>();
    for (ControlState state : control.states()) {
      rows.add(
          List.of(
              state.place().name(),
              Exchange.name(state.status()),
              state.holders().stream()
                  .map(h -> holders.getOrDefault(h, h))
                  .collect(Collectors.joining(" / ")),
              state.since().map(d -> "since " + d).orElse("no date"),
              "on the word of " + String.join(", ", state.rootNames(claims))));
    }
    return rows;
  }

  private static List<List<String>> entries(ControlLedger control, Map<String, Claim> claims) {
    List<List<String>> rows = new ArrayList<>();
    for (ControlEntry entry : control.entries()) {
      rows.add(
          List.of(
              entry.since().or(entry::known).map(Object::toString).orElse("no date"),
              entry.place().name(),
              (entry.certainty() == Certainty.CERTAIN ? "" : Exchange.name(entry.certainty()) + ": ")
                  + Exchange.name(entry.kind()) + " by " + entry.holderName(),
              Exchange.name(entry.standing()),
              entry.rootName(claims),
              entry.claim()));
    }
    return rows;
  }
}
