package org.sitrep.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.sitrep.claim.Claim;
import org.sitrep.desk.Workshop;
import org.sitrep.exchange.Exchange;
import org.sitrep.fusion.Fitting;
import org.sitrep.fusion.Fusion;
import org.sitrep.knowledge.FusionWeights;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.store.Filter;
import org.sitrep.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "weights",
    description = {
      "Shows how much each finding weighs when two claims are compared, in bits; with --fit, fits the table anew on the store's"
          + " claims and prints it as YAML for the levels of knowledge/common/fusion.yml.",
    },
    footer = {
      "",
      "m is how often a finding shows between two claims about one happening, u between two about different ones;",
      "bits = log2(m/u), but for those set by hand. A fit changes nothing by itself.",
      "",
      "Examples:",
      "  sitrep weights",
      "  sitrep weights --fit --store war.duckdb > levels.yml",
      "  sitrep weights --json | jq 'select(.by_hand)'"
    })
final class WeightsCommand implements Callable<Integer> {

  @ParentCommand private SitrepCommand sitrep;
  @Mixin private StoreOption store;
  @Mixin private JsonOption json;

  @Option(names = "--fit", description = "Fit on the claims of the store.")
  private boolean fit;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  WeightsCommand() {}

  @Override
  public Integer call() {
    Knowledge knowledge = Workshop.knowledge(sitrep.home());
    return fit ? fit(knowledge) : show(knowledge.fusionWeights());
  }

  private int show(FusionWeights weights) {
    Console console = sitrep.console();
    Map<String, FusionWeights.Level> levels = new TreeMap<>(weights.levels());
    if (!json.isSet()) {
      console.line(
          String.format(Locale.ROOT, "version %d; one event from %.1f bits, possibly the same from %.1f",
              weights.version(), weights.same(), weights.possible()));
    }
    levels.forEach(
        (name, w) -> {
          boolean byHand = weights.byHand().contains(name);
          console.line(
              json.isSet()
                  ? Exchange.weight(name, w.m(), w.u(), w.bits(), byHand ? "by hand" : "fitted")
                  : String.format(
                      Locale.ROOT, "%-24s %+6.1f bits  m %.4f  u %.4f%s", name, w.bits(), w.m(), w.u(),
                      byHand ? "  by hand" : ""));
        });
    return Exit.OK;
  }

  private int fit(Knowledge knowledge) {
    Console console = sitrep.console();
    List<Claim> claims;
    try (Store open = store.openExisting(console)) {
      claims = open.listClaims(Filter.ALL);
    }
    Fitting fitting = new Fusion(knowledge).fit(claims);
    if (!json.isSet()) {
      console.line(
          String.format(
              Locale.ROOT, "# Fitted on %d claims: u on %d random pairs, m on %d pairs of one day or one place.",
              fitting.claims(), fitting.randomPairs(), fitting.blockedPairs()));
      console.line("levels:");
    }
    for (Fitting.Row row : fitting.rows()) {
      console.line(json.isSet() ? json(row) : "  " + row.yaml() + (row.isFitted() ? "" : "  # kept: " + row.set()));
    }
    if (!fitting.hasFitted()) {
      console.warn("too few pairs to fit anything: every level is as it was");
    } else if (fitting.rows().stream().anyMatch(r -> r.set().equals("too few pairs"))) {
      console.warn("levels with fewer than " + Fitting.FEWEST + " pairs about one happening are as they were");
    }
    return Exit.OK;
  }

  private static Object json(Fitting.Row row) {
    FusionWeights.Level was = row.before();
    return row.isFitted()
        ? Exchange.weight(row.level(), row.m(), row.u(), Math.log(row.m() / row.u()) / Math.log(2), "fitted")
        : Exchange.weight(row.level(), was.m(), was.u(), was.bits(), row.set());
  }
}
