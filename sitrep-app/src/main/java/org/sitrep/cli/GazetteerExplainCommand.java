package org.sitrep.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sitrep.desk.Workshop;
import org.sitrep.entity.Place;
import org.sitrep.exchange.Exchange;
import org.sitrep.gazetteer.Gazetteer;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.language.English;
import org.sitrep.mention.Location;
import org.sitrep.resolution.Resolver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "explain",
    description = "Shows how a name is looked up, step by step, and what the resolver makes of it in a plain sentence.",
    footer = {"", "Example:", "  sitrep gazetteer explain \"Dier Ezzor\" --near Mayadin"})
final class GazetteerExplainCommand implements Callable<Integer> {

  private static final int SHOWN = 8;

  @ParentCommand private GazetteerCommand gazetteer;
  @Mixin private NearOption near;

  @Parameters(paramLabel = "NAME", description = "A name, in Latin or Arabic letters.")
  private String name = "";

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  GazetteerExplainCommand() {}

  @Override
  public Integer call() {
    Console console = gazetteer.sitrep().console();
    Knowledge knowledge = Workshop.knowledge(gazetteer.sitrep().home());
    Optional<Place> beside = near.find(knowledge.places());
    Gazetteer.Explanation shown = new Gazetteer(gazetteer.sitrep().home()).explain(knowledge, English.load(), name, beside);
    beside.ifPresent(p -> console.line("near " + p.name() + " (" + p.id() + ")"));
    shown.steps().forEach(step -> print(step, console));
    console.line("");
    console.line('"' + shown.sentence() + '"');
    console.line(verdict(shown));
    weighed(shown.weighed()).forEach(line -> console.line("  " + line));
    return Exit.OK;
  }

  private static void print(Gazetteer.Step step, Console console) {
    String key = step.key().isEmpty() ? "" : " \"" + step.key() + '"';
    String found = step.found().isEmpty() ? step.note().isEmpty() ? "nothing" : step.note()
        : step.found().size() + " more" + (step.note().isEmpty() ? "" : ", " + step.note());
    console.line(step.step() + key + ": " + found);
    List<List<String>> rows = step.found().stream().limit(SHOWN).map(f -> {
      List<String> cells = GazetteerLookupCommand.cells(f);
      return cells.subList(1, cells.size());
    }).toList();
    Tables.align(rows).forEach(row -> console.line("  " + row));
    if (step.found().size() > SHOWN) {
      console.line("  and " + (step.found().size() - SHOWN) + " more");
    }
  }

  private static String verdict(Gazetteer.Explanation shown) {
    if (shown.location().isEmpty()) {
      return "not taken for the name of a place here";
    }
    Location location = shown.location().get();
    String place = location.place().map(p -> ": " + p.name() + " (" + p.id() + ")").orElse("");
    String margin = shown.margin().isPresent() ? String.format(Locale.ROOT, ", by a margin of %.2f", shown.margin().getAsDouble()) : "";
    return Exchange.name(location.status()) + place + ", " + location.step() + margin;
  }

  private static List<String> weighed(List<Resolver.Weighed> weighed) {
    List<List<String>> rows = new ArrayList<>();
    for (Resolver.Weighed w : weighed.subList(0, Math.min(2 * SHOWN, weighed.size()))) {
      Place p = w.candidate().place();
      rows.add(
          List.of(
              String.format(Locale.ROOT, "%+.2f", w.score()), w.candidate().step(), p.name(), Exchange.name(p.feature()),
              p.country() + " " + p.region(), p.id(), w.dropped().isEmpty() ? "" : "dropped: " + w.dropped()));
    }
    return Tables.align(rows);
  }
}
