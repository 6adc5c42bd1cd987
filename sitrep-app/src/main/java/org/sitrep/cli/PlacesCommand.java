package org.sitrep.cli;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sitrep.desk.Workshop;
import org.sitrep.exchange.Exchange;
import org.sitrep.mention.Location;
import org.sitrep.mention.Mention;
import org.sitrep.mention.ResolvedArticle;
import org.sitrep.page.Article;
import org.sitrep.pipeline.Coded;
import org.sitrep.pipeline.Pipeline;
import org.sitrep.text.CodePoints;
import org.sitrep.text.Span;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "places",
    description = "Shows every place that a text mentions, and where it is; nothing is stored.",
    footer = {"", "Examples:", "  sitrep places page.txt", "  sitrep places pages/ --json > places.jsonl"})
final class PlacesCommand implements Callable<Integer> {

  @ParentCommand private SitrepCommand sitrep;
  @Mixin private Inputs inputs;
  @Mixin private JsonOption json;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  PlacesCommand() {}

  @Override
  public Integer call() {
    Console console = sitrep.console();
    Pipeline pipeline = Workshop.pipeline(sitrep.home());
    inputs.read(console, capture -> print(console, pipeline.claims(capture)), issue -> {});
    return inputs.exit();
  }

  private void print(Console console, Coded coded) {
    Article article = coded.resolved().annotated().article();
    CodePoints points = CodePoints.of(article.aligned().original());
    coded.resolved().places().entrySet().stream()
        .sorted(Comparator.comparing(e -> e.getKey().span()))
        .forEach(
            found -> {
              Span span = points.of(article.aligned().toOriginal(found.getKey().span()));
              console.line(
                  json.isSet()
                      ? object(coded.resolved(), span, found)
                      : text(article.doc(), span, found.getValue()));
            });
  }

  private static String text(String doc, Span span, Location place) {
    String at =
        place.isLocated()
            ? Exchange.degrees(place.lat()) + ", " + Exchange.degrees(place.lon()) + " ± " + Exchange.kilometres(place.km()) + " km"
            : Exchange.name(place.status());
    return doc + ":" + span.start() + "  " + place.surface() + "  "
        + place.place().map(p -> p.name() + " (" + p.id() + ")  ").orElse("") + at + "  " + place.step();
  }

  private static ObjectNode object(
      ResolvedArticle article, Span span, Map.Entry<Mention.OfPlace, Location> found) {
    Location place = found.getValue();
    ObjectNode out = Exchange.object().put("doc", article.annotated().article().doc()).put("start", span.start()).put("end", span.end());
    out.put("surface", found.getKey().surface()).put("name", place.name());
    place.place().ifPresent(p -> out.put("id", p.id()));
    if (place.isLocated()) {
      Exchange.located(out, place);
      Optional.ofNullable(article.areas().get(found.getKey())).ifPresent(area -> Exchange.outline(out.putObject("area"), area));
    }
    out.put("status", Exchange.name(place.status())).put("step", place.step());
    ArrayNode candidates = out.putArray("candidates");
    for (Mention.Candidate candidate : place.candidates()) {
      candidates
          .addObject()
          .put("id", candidate.place().id())
          .put("name", candidate.place().name())
          .put("lat", candidate.place().lat())
          .put("lon", candidate.place().lon())
          .put("step", candidate.step());
    }
    return out;
  }
}
