package org.sitrep.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sitrep.claim.Claim;
import org.sitrep.control.EvidencePoint;
import org.sitrep.control.Proximity;
import org.sitrep.control.ProximitySeries;
import org.sitrep.control.ProximitySeries.Approach;
import org.sitrep.desk.Workshop;
import org.sitrep.exchange.GeoExchange;
import org.sitrep.knowledge.Actors;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.store.Filter;
import org.sitrep.store.Store;
import org.sitrep.territory.Territory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "proximity",
    description = "Says how near opposed sides came, day by day: the distance of the nearest two places with evidence.",
    footer = {
      "",
      "Distances are in km, with the least and the most that the places allow. \"stale\" marks evidence more than a",
      "week apart. Sides are opposed where affiliations.csv says so; name two to see any pair.",
      "",
      "Examples:",
      "  sitrep proximity --from 2017-09-01 --to 2017-09-30",
      "  sitrep proximity --between SDF --and \"Syrian Army\" --json"
    })
final class ProximityCommand implements Callable<Integer> {

  @ParentCommand private SitrepCommand sitrep;
  @Mixin private StoreOption store;
  @Mixin private JsonOption json;

  @Option(names = "--between", paramLabel = "NAME", description = "A party; its side counts.")
  private List<String> between = List.of();

  @Option(names = "--and", paramLabel = "NAME", description = "A party of the other side.")
  private List<String> and = List.of();

  @Option(names = "--from", paramLabel = "DAY", description = "First day, as 2017-09-24.")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DAY", description = "Last day.")
  private @Nullable LocalDate to;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ProximityCommand() {}

  @Override
  public Integer call() {
    if (between.isEmpty() != and.isEmpty()) {
      throw new UsageException("--between and --and go together: name both sides");
    }
    if (from != null && to != null && to.isBefore(from)) {
      throw new UsageException("--to " + to + " is before --from " + from);
    }
    Console console = sitrep.console();
    Knowledge knowledge = Workshop.knowledge(sitrep.home());
    Reads.warn(console, knowledge);
    Territory territory = new Territory(knowledge);
    try (Store open = store.openExisting(console)) {
      List<Claim> claims = open.listClaims(Filter.ALL);
      check(territory, between, claims);
      check(territory, and, claims);
      Territory.Distanced found = between.isEmpty() ? territory.proximity(claims) : territory.proximity(claims, between, and);
      found.issues().forEach(issue -> console.warn(issue.toString()));
      int shown = 0;
      for (ProximitySeries series : found.series()) {
        shown += show(console, knowledge.actors(), series);
      }
      if (shown == 0) {
        console.say(between.isEmpty() ? "no two opposed sides are placed within these days" : "these two are not both placed within these days");
      }
    }
    return Exit.OK;
  }

  static void check(Territory territory, List<String> names, List<Claim> claims) {
    for (String name : names) {
      if (territory.ids(List.of(name), claims).isEmpty()) {
        throw new UsageException("no party is called \"" + name + "\"");
      }
    }
  }

  private boolean isWanted(Proximity p) {
    LocalDate first = from;
    LocalDate last = to;
    return p.day().map(d -> (first == null || !d.isBefore(first)) && (last == null || !d.isAfter(last))).orElse(first == null && last == null);
  }

  private int show(Console console, Actors actors, ProximitySeries series) {
    List<Proximity> days = series.days().stream().filter(this::isWanted).toList();
    if (json.isSet()) {
      days.forEach(p -> console.line(GeoExchange.proximity(series, p)));
    } else if (!days.isEmpty()) {
      console.line(name(actors, series.a()) + " and " + name(actors, series.b()));
      List<List<String>> rows = new ArrayList<>();
      days.forEach(p -> rows.add(row(p)));
      Tables.align(rows).forEach(line -> console.line("  " + line));
      series.approaches().stream().filter(a -> isWanted(a.now())).forEach(a -> console.line("  ! " + notice(a)));
    }
    return days.size();
  }

  private static String name(Actors actors, String side) {
    return actors.find(side).map(a -> a.name()).orElse(side);
  }

  private static List<String> row(Proximity p) {
    return List.of(
        p.day().map(Object::toString).orElse("no date"),
        km(p),
        point(p.a()),
        point(p.b()),
        (p.stale() ? "stale: " + p.gap() + " days apart " : "") + (p.opposed() ? "" : "not listed as opposed"));
  }

  private static String km(Proximity p) {
    return String.format(Locale.ROOT, "%.1f km (%.1f to %.1f)", p.km(), p.low(), p.high());
  }

  private static String point(EvidencePoint point) {
    return point.party() + " at " + point.place()
        + point.day().map(d -> ", " + d + (point.stated() ? "" : " (day of publication)")).orElse(", in " + point.doc());
  }

  private static String notice(Approach approach) {
    String now = approach.now().day().map(Object::toString).orElse("no date") + ": ";
    return switch (approach.kind()) {
      case CLOSING_IN -> now + "closing in, from " + km(approach.before()) + " to " + km(approach.now());
      case PERHAPS_CLOSING_IN -> now + "perhaps closing in, from " + km(approach.before()) + " to " + km(approach.now());
      case WITHIN_REACH ->
          approach.now().km() < 1
              ? now + "both are placed at " + approach.now().a().place() + ", though no claim about that day tells of them together there"
              : now + "within reach of each other: " + approach.now().a().place() + " and " + approach.now().b().place() + " may be one spot, going by how roughly they are known";
    };
  }
}
