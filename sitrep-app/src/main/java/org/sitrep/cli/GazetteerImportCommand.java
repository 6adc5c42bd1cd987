package org.sitrep.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sitrep.entity.Place.Feature;
import org.sitrep.gazetteer.Gazetteer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "import",
    description = {
      "Turns foreign gazetteers into place files of a pack: GeoNames (a country's file, allCountries, cities15000,"
          + " alternateNamesV2, admin1CodesASCII), Who's On First (table, GeoJSON), NGA GNS, OCHA P-codes, Natural Earth"
          + " (GeoJSON), Wikipedia's conflict-map modules (Lua), CSV with a header, GeoJSON. Plain, .gz or .zip.",
      "Everything is checked before anything is written. Records that cannot be used are listed, with file and line, and the"
          + " others kept; a file of which more than half is bad is refused as a whole."
    },
    footer = {
      "",
      "Examples:",
      "  sitrep gazetteer import IQ.zip alternateNamesV2.zip --pack iraq",
      "  sitrep gazetteer import towns.csv --pack syria --country SY",
      "  sitrep gazetteer import TR.txt --pack common --name villages/TR --features VILLAGE --gzip",
      "",
      "Ends with 3 when records were left out because they cannot be used, or the whole import was refused."
    })
final class GazetteerImportCommand implements Callable<Integer> {

  private static final Pattern PACK = Pattern.compile("[a-z0-9][a-z0-9_-]*");
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final Pattern ENDINGS = Pattern.compile("(\\.[A-Za-z]+)+$");

  @ParentCommand private GazetteerCommand gazetteer;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The dumps; those of one call belong together.")
  private List<Path> files = List.of();

  @Option(names = "--pack", required = true, paramLabel = "NAME", description = "The pack to add to, a directory below knowledge/; made if it is not there.")
  private String pack = "";

  @Option(names = "--as", paramLabel = "FORMAT", description = "What the files are, where it cannot be told by how they begin.")
  private Optional<String> format = Optional.empty();

  @Option(names = "--country", paramLabel = "XX", description = "Take only places of this country, and give it to those that name none (two letters, ISO 3166-1).")
  private Optional<String> country = Optional.empty();

  @Option(
      names = "--name",
      paramLabel = "BASENAME",
      description = "The file to write, below the pack's places/ (default: the first file's name)."
          + " villages/BASENAME: the places count only in articles about their country.")
  private Optional<String> name = Optional.empty();

  @Option(names = "--features", split = ",", paramLabel = "FEATURE", description = "Take only these sorts of places: ${COMPLETION-CANDIDATES} (default: all but OTHER).")
  private Set<Feature> features = EnumSet.noneOf(Feature.class);

  @Option(names = "--gzip", description = "Write .csv.gz.")
  private boolean gzip;

  @Option(names = "--replace", description = "Replace the file if it is there already.")
  private boolean replace;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  GazetteerImportCommand() {}

  @Override
  public Integer call() throws IOException {
    Console console = gazetteer.sitrep().console();
    Gazetteer.Order order = order();
    boolean newPack = !Files.isDirectory(gazetteer.sitrep().home().resolve("knowledge").resolve(pack));
    Progress progress = new Progress(console);
    Gazetteer.Imported imported =
        new Gazetteer(gazetteer.sitrep().home()).importFiles(order, rows -> progress.tell(() -> rows + " records"));
    progress.clear();
    Gazetteer.Counts counts = imported.counts();
    counts.rejects().forEach(console::warn);
    long more = counts.rejected() - counts.rejects().size();
    if (more > 0) {
      console.warn("and " + more + " more");
    }
    if (imported.refused().isPresent()) {
      console.warn(imported.refused().get());
      console.warn("nothing was written; the gazetteer is as it was");
      return Exit.REJECTS;
    }
    console.line(summary(imported));
    imported.written().forEach(file -> console.line("written: " + gazetteer.sitrep().home().relativize(file.toAbsolutePath())));
    if (newPack && !imported.written().isEmpty()) {
      console.warn("there was no pack \"" + pack + "\" before; it is read from now on");
    }
    if (imported.written().isEmpty()) {
      console.warn("nothing new in it; nothing was written");
    }
    return counts.rejected() > 0 ? Exit.REJECTS : Exit.OK;
  }

  private static String summary(Gazetteer.Imported imported) {
    Gazetteer.Counts counts = imported.counts();
    String byCountry = counts.countries().entrySet().stream().sorted(Map.Entry.comparingByKey()).map(e -> e.getKey() + " " + e.getValue()).collect(Collectors.joining(", "));
    return Tables.count((int) counts.rows(), "record") + ": " + Tables.count(imported.places(), "place") + (byCountry.isEmpty() ? "" : " (" + byCountry + ")")
        + (imported.names() > 0 ? ", " + imported.names() + " names for places that are there already" : "") + "; "
        + counts.known() + " there already, " + counts.leftOut() + " not wanted, " + counts.rejected() + " rejected";
  }

  private Gazetteer.Order order() throws NoSuchFileException {
    for (Path file : files) {
      if (!Files.isRegularFile(file)) {
        throw new NoSuchFileException(file.toString());
      }
    }
    if (!PACK.matcher(pack).matches()) {
      throw new UsageException("\"" + pack + "\" is no name for a pack; write small letters, digits and hyphens");
    }
    if (format.isPresent() && !Gazetteer.formats().contains(format.get().toLowerCase(Locale.ROOT))) {
      throw new UsageException("no format is called " + format.get() + "; there are " + String.join(", ", Gazetteer.formats()));
    }
    Optional<String> code = country.map(c -> c.toUpperCase(Locale.ROOT));
    if (code.isPresent() && !COUNTRY.matcher(code.get()).matches()) {
      throw new UsageException("\"" + country.get() + "\" is no country code; write two letters (ISO 3166-1)");
    }
    String base = name.orElse(ENDINGS.matcher(files.getFirst().getFileName().toString()).replaceFirst(""));
    if (!Gazetteer.isName(base)) {
      throw new UsageException("\"" + base + "\" cannot be a file's name; give one with --name (letters, digits, . _ -)");
    }
    return new Gazetteer.Order(files, pack, format, code, base, features, gzip, replace);
  }
}
