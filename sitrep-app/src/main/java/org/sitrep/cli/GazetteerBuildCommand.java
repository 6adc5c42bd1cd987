package org.sitrep.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.sitrep.gazetteer.Gazetteer;
import org.sitrep.knowledge.PlaceStock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "build",
    description = "Builds the index that names are looked up in from the packs' place files, and says what is in it."
        + " Other commands do so by themselves after a change.",
    footer = {"", "Example:", "  sitrep gazetteer build"})
final class GazetteerBuildCommand implements Callable<Integer> {

  @ParentCommand private GazetteerCommand gazetteer;

  @Option(names = "--into", paramLabel = "FILE", description = "Write the index to this file, too.")
  private Optional<Path> into = Optional.empty();

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  GazetteerBuildCommand() {}

  @Override
  public Integer call() {
    Console console = gazetteer.sitrep().console();
    Gazetteer places = new Gazetteer(gazetteer.sitrep().home());
    long begun = System.nanoTime();
    PlaceStock.Built built = places.build(into);
    double seconds = (System.nanoTime() - begun) / 1e9;
    console.line(
        String.format(
            Locale.ROOT, "%d places (%d of them villages that count only where an article is about their country), %d names, %d keys,"
                + " %.1f MB, %.1f s", built.places(), built.villages(), built.names(), built.keys(), built.bytes().capacity() / 1e6, seconds));
    console.line("packs: " + list(places.byPack()));
    console.line("countries: " + list(built.countries()));
    return Exit.OK;
  }

  private static String list(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
        .map(e -> (e.getKey().isEmpty() ? "none" : e.getKey()) + " " + e.getValue())
        .collect(Collectors.joining(", "));
  }
}
