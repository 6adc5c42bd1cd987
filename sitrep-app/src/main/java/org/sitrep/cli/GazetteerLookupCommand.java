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
import org.sitrep.knowledge.Places;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "lookup",
    description = "Lists the places that a name may mean, with the step of the ladder that found each; the villages of all countries, too.",
    footer = {"", "Example:", "  sitrep gazetteer lookup \"Tal Rifat\" --near Aleppo --country SY", "", "Ends with 4 when nothing is found."})
final class GazetteerLookupCommand implements Callable<Integer> {

  @ParentCommand private GazetteerCommand gazetteer;
  @Mixin private NearOption near;
  @Mixin private JsonOption json;

  @Parameters(paramLabel = "NAME", description = "A name, in Latin or Arabic letters.")
  private String name = "";

  @Option(names = "--country", paramLabel = "XX", description = "Only places of this country (two letters, ISO 3166-1).")
  private Optional<String> country = Optional.empty();

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  GazetteerLookupCommand() {}

  @Override
  public Integer call() {
    Console console = gazetteer.sitrep().console();
    Places places = Workshop.knowledge(gazetteer.sitrep().home()).places();
    List<Gazetteer.Found> found =
        Gazetteer.lookup(places, name, near.find(places), country.map(c -> c.toUpperCase(Locale.ROOT)));
    if (json.isSet()) {
      found.forEach(f -> console.line(object(f)));
    } else {
      Tables.align(found.stream().map(GazetteerLookupCommand::cells).toList()).forEach(console::line);
    }
    if (found.isEmpty()) {
      console.say("no place is found under " + name);
    }
    return found.isEmpty() ? Exit.NO_INPUT : Exit.OK;
  }

  /** A place in one line: step, name, sort, country and region, point, inhabitants, distance, id. */
  static List<String> cells(Gazetteer.Found found) {
    Place p = found.candidate().place();
    List<String> cells = new ArrayList<>();
    cells.add(found.candidate().step());
    cells.add(p.name());
    cells.add(Exchange.name(p.feature()));
    cells.add(p.country() + (p.region().isEmpty() ? "" : " " + p.region()));
    cells.add(Exchange.degrees(p.lat()) + ", " + Exchange.degrees(p.lon()) + " ± " + p.km() + " km");
    cells.add(p.population() > 0 ? p.population() + " inhabitants" : "");
    cells.add(found.km().isPresent() ? Math.round(found.km().getAsDouble()) + " km off" : "");
    cells.add(p.id());
    return cells;
  }

  private static ObjectNode object(Gazetteer.Found found) {
    Place p = found.candidate().place();
    ObjectNode out = Exchange.object().put("id", p.id()).put("name", p.name()).put("feature", Exchange.name(p.feature()));
    out.put("lat", Exchange.degrees(p.lat())).put("lon", Exchange.degrees(p.lon())).put("km", p.km());
    out.put("country", p.country()).put("region", p.region()).put("population", p.population());
    found.km().ifPresent(km -> out.put("distance_km", Math.round(km * 10) / 10.0));
    return out.put("step", found.candidate().step());
  }
}
