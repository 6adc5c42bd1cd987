package org.sitrep.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Notation;
import org.sitrep.exchange.Exchange;
import org.sitrep.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "claims",
    description = "Lists claims: who says that what happened.",
    footer = {
      "",
      "Examples:",
      "  sitrep claims --place Maadan --type capture,advance",
      "  sitrep claims --source Amaq --from 2018-11-01 --json"
    })
final class ClaimsCommand implements Callable<Integer> {

  @ParentCommand private SitrepCommand sitrep;
  @Mixin private StoreOption store;
  @Mixin private FilterOptions filter;
  @Mixin private JsonOption json;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ClaimsCommand() {}

  @Override
  public Integer call() {
    Console console = sitrep.console();
    try (Store open = store.openExisting(console)) {
      List<Claim> claims = open.listClaims(filter.filter(sitrep.home()));
      if (json.isSet()) {
        Map<String, String> events = open.listEventOfClaim();
        for (Claim claim : claims) {
          console.line(Exchange.claim(claim, events.get(claim.id())));
          if (console.closed()) {
            break;
          }
        }
      } else {
        for (Claim claim : claims) {
          console.line(Notation.of(claim));
          console.line("    " + claim.doc() + ": \"" + Tables.oneLine(claim.evidence().quote()) + '"');
        }
      }
      if (claims.isEmpty()) {
        console.say("no claim matches");
      }
    }
    return Exit.OK;
  }
}
