package org.sitrep.cli;

import java.util.List;
import java.util.Map;
import java.util.Set;
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
      "  sitrep claims --source Amaq --from 2018-11-01 --json",
      "  sitrep claims --doc statement-0909 --all-versions"
    })
final class ClaimsCommand implements Callable<Integer> {

  @ParentCommand private SitrepCommand sitrep;
  @Mixin private StoreOption store;
  @Mixin private FilterOptions filter;
  @Mixin private JsonOption json;
  @Mixin private VersionsOption versions;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ClaimsCommand() {}

  @Override
  public Integer call() {
    Console console = sitrep.console();
    try (Store open = store.openExisting(console)) {
      List<Claim> claims = open.listClaims(versions.of(filter.filter(sitrep.home())));
      Set<String> superseded = versions.superseded(open);
      if (json.isSet()) {
        Map<String, String> events = open.listEventOfClaim();
        for (Claim claim : claims) {
          console.line(versions.marked(Exchange.claim(claim, events.get(claim.id())), claim, superseded));
          if (console.closed()) {
            break;
          }
        }
      } else {
        for (Claim claim : claims) {
          console.line(Notation.of(claim) + (superseded.contains(claim.digest()) ? "  (superseded version)" : ""));
          console.line("    " + claim.doc() + ": \"" + Tables.oneLine(claim.evidence().quote()) + '"');
        }
      }
      if (claims.isEmpty()) {
        console.say("no claim matches");
        return filter.filter(sitrep.home()).isEmpty() ? Exit.OK : Exit.NO_INPUT;
      }
    }
    return Exit.OK;
  }
}
