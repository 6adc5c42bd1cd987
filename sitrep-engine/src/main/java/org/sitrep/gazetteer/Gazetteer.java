package org.sitrep.gazetteer;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.sitrep.entity.Place;
import org.sitrep.entity.Place.Feature;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.knowledge.KnowledgeException;
import org.sitrep.knowledge.PlaceStock;
import org.sitrep.knowledge.Places;
import org.sitrep.language.English;
import org.sitrep.mention.Location;
import org.sitrep.mention.Mention.Candidate;
import org.sitrep.resolution.Resolver;

/**
 * Turns foreign gazetteers into place files of a pack, builds the index that names are looked up in, and shows how one name is
 * looked up. Importing checks everything before anything is written, and moves files into place whole: the gazetteer that was
 * there stays usable whatever happens. Files are streamed; only the rows that are kept are in memory. Thread-safe, but of two
 * imports to one file the later wins.
 */
public final class Gazetteer {

  private static final Pattern NAME = Pattern.compile("(?:villages/)?[A-Za-z0-9][A-Za-z0-9._-]*");
  private static final Pattern ENDING = Pattern.compile("(?i)\\.(?:gz|zip)$");

  private final Path home;

  /**
   * The gazetteer of an installation.
   *
   * @param home the directory that holds {@code knowledge/}
   */
  public Gazetteer(Path home) {
    this.home = home;
  }

  /**
   * What to import.
   *
   * @param files the dumps; plain, gzipped or zipped
   * @param pack the pack to write to; made where there is none
   * @param format one of {@link #formats()}, or empty to tell each file's by how it begins
   * @param country the only country wanted, and that of rows that name none: ISO 3166-1 alpha-2
   * @param name the file to write, without ending, below the pack's {@code places/}; {@code villages/...} for places that count
   *     only in articles about their country
   * @param features the sorts of places wanted; all but {@link Feature#OTHER} where empty
   * @param gzip whether to write it gzipped
   * @param replace whether a file that is there already may be replaced
   */
  public record Order(
      List<Path> files, String pack, Optional<String> format, Optional<String> country, String name, Set<Feature> features, boolean gzip,
      boolean replace) {}

  /**
   * What was read.
   *
   * @param rows records in all files
   * @param rejected records that could not be used
   * @param leftOut records that are well, and not wanted
   * @param known places that the packs have already
   * @param countries places kept, by country
   * @param rejects the first of the rejected, as "file:line: what is wrong"
   */
  public record Counts(long rows, long rejected, long leftOut, long known, Map<String, Integer> countries, List<String> rejects) {}

  /**
   * What came of an import.
   *
   * @param counts what was read
   * @param places how many places were written
   * @param names how many names were written for places that the packs have already
   * @param written the files
   * @param refused why nothing was written: "file:line: what is wrong"
   */
  public record Imported(Counts counts, int places, int names, List<Path> written, Optional<String> refused) {}

  /** The formats that {@link Order#format()} may name. */
  public static List<String> formats() {
    return Format.words();
  }

  /** Whether a file of this name can be written. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /**
   * Imports files.
   *
   * @param progress is told how many records have been read
   * @throws UncheckedIOException when a file cannot be opened or written
   */
  public Imported importFiles(Order order, LongConsumer progress) {
    List<Path> packs = packs(order.pack());
    Path pack = home.resolve("knowledge").resolve(order.pack());
    PackFile file = PackFile.of(pack.resolve("places"), order.name(), order.gzip());
    PackFile more = PackFile.of(pack.resolve("place-names"), order.name().replace('/', '-'), order.gzip());
    Optional<Path> taken = Stream.of(file.target(), file.other()).filter(f -> !order.replace() && Files.exists(f)).findFirst();
    if (taken.isPresent()) {
      return new Imported(
          new Counts(0, 0, 0, 0, Map.of(), List.of()), 0, 0, List.of(), Optional.of(taken.get() + ": there is such a file already; replace it with --replace, or name another with --name"));
    }
    Map<Path, Optional<Path>> without = new HashMap<>();
    for (Path old : List.of(file.target(), file.other(), more.target(), more.other())) {
      without.put(old, Optional.empty());
    }
    Map<String, Place> there = new PlaceStock(packs).places(without);
    Set<Feature> features = order.features().isEmpty() ? EnumSet.complementOf(EnumSet.of(Feature.OTHER)) : order.features();
    Collected collected = new Collected(features, new HashSet<>(there.keySet()), progress);
    try {
      readAll(order, collected, packs.getFirst());
    } catch (Refused e) {
      return new Imported(collected.counts(), 0, 0, List.of(), Optional.of(String.valueOf(e.getMessage())));
    }
    Map<String, String> regions = new HashMap<>();
    there.forEach((id, place) -> {
      if (place.feature() == Feature.REGION) {
        regions.put(id, place.region().isEmpty() ? place.name() : place.region());
      }
    });
    return write(order, collected, collected.finish(regions), file, more, packs, without);
  }

  /** The packs that a row of this one may speak of: those read before it, and itself. */
  private List<Path> packs(String pack) {
    List<Path> packs = new ArrayList<>(List.of(home.resolve("knowledge").resolve(Knowledge.COMMON)));
    Path own = home.resolve("knowledge").resolve(pack);
    if (!pack.equals(Knowledge.COMMON)) {
      packs.add(own);
    }
    return packs;
  }

  private static void readAll(Order order, Collected collected, Path common) throws Refused {
    Sorts sorts = new Sorts(new PlaceStock(List.of(common)).words());
    Map<String, String> codes = Setting.codes(common.resolve("country-codes.csv"));
    Map<Path, Format> formats = new HashMap<>();
    Optional<Format> given = order.format().flatMap(Format::ofWord);
    for (Path path : order.files()) {
      formats.put(path, given.isPresent() ? given.get() : detect(path));
    }
    List<Path> files = new ArrayList<>(order.files());
    files.sort((a, b) -> Boolean.compare(isForOthers(formats, a), isForOthers(formats, b)));
    for (Path path : files) {
      String stem = ENDING.matcher(path.getFileName().toString()).replaceFirst("").replaceFirst("\\.[^.]*$", "");
      Setting setting = new Setting(NameRules.slug(stem), order.country(), sorts, codes);
      read(path, formats.getOrDefault(path, Format.CSV), setting, collected);
    }
  }

  private static boolean isForOthers(Map<Path, Format> formats, Path path) {
    return formats.getOrDefault(path, Format.CSV).isForOthers();
  }

  private static Format detect(Path path) throws Refused {
    try (Dump dump = Dump.open(path)) {
      return Format.detect(dump.head());
    } catch (IOException e) {
      throw refused(path, e);
    }
  }

  private static void read(Path path, Format format, Setting setting, Collected collected) throws Refused {
    collected.begin(path.toString());
    try (Dump dump = Dump.open(path)) {
      format.importer().read(dump, setting, collected);
      collected.end();
    } catch (IOException e) {
      throw refused(path, e);
    }
  }

  /** The file and line in front of what is wrong with it; trouble with opening it is passed on. */
  private static Refused refused(Path path, IOException e) {
    return switch (e) {
      case Refused known -> new Refused(0, path + (known.line() > 0 ? ":" + known.line() : "") + ": " + known.getMessage());
      case EOFException cut -> new Refused(0, path + ": the compressed file is cut off");
      case ZipException bad -> new Refused(0, path + ": the compressed file is damaged: " + bad.getMessage());
      default -> throw new UncheckedIOException(e);
    };
  }

  private static Imported write(
      Order order, Collected collected, List<Draft> rows, PackFile file, PackFile more, List<Path> packs, Map<Path, Optional<Path>> without) {
    List<String> lines = new ArrayList<>();
    lines.add("# Made by sitrep gazetteer import; a further import to the same name replaces it.");
    lines.add(Draft.HEADER);
    rows.forEach(row -> lines.add(row.row()));
    List<String> names = new ArrayList<>(List.of(lines.getFirst(), "name,place,use,origin"));
    collected.names().forEach((id, own) -> own.forEach(
        (name, use) -> names.add(String.join(",", Draft.cell(name), Draft.cell(id), use, GeoNamesTables.ORIGIN))));
    List<PackFile> made = new ArrayList<>();
    try {
      if (!rows.isEmpty()) {
        made.add(file);
        file.write(lines);
      }
      if (names.size() > 2) {
        made.add(more);
        more.write(names);
      }
      Map<Path, Optional<Path>> instead = new HashMap<>(without);
      made.forEach(m -> instead.put(m.target(), Optional.of(m.part())));
      Map<String, Place> again = new PlaceStock(packs).places(instead);
      if (!rows.stream().allMatch(row -> again.containsKey(row.id()))) {
        throw new IllegalStateException(file.target() + ": not all places can be read again");
      }
      made.forEach(PackFile::move);
    } catch (KnowledgeException e) {
      made.forEach(PackFile::drop);
      return new Imported(collected.counts(), 0, 0, List.of(), Optional.of(String.valueOf(e.getMessage())));
    } catch (UncheckedIOException e) {
      made.forEach(PackFile::drop);
      return new Imported(collected.counts(), 0, 0, List.of(), Optional.of(file.target() + ": cannot be written: " + e.getMessage()));
    } catch (RuntimeException e) {
      made.forEach(PackFile::drop);
      throw e;
    }
    return new Imported(collected.counts(), rows.size(), names.size() - 2, made.stream().map(PackFile::target).toList(), Optional.empty());
  }

  /**
   * Builds the index of all packs, for this run and the next ones.
   *
   * @param into where to write it besides
   * @throws KnowledgeException naming file and line when a place file cannot be read
   * @throws UncheckedIOException when it cannot be written
   */
  public PlaceStock.Built build(Optional<Path> into) {
    PlaceStock.Built built = new PlaceStock(allPacks()).build();
    into.ifPresent(file -> write(built.bytes().duplicate(), file));
    return built;
  }

  /** How many places each pack holds. */
  public Map<String, Integer> byPack() {
    return new PlaceStock(allPacks()).byPack();
  }

  private static void write(ByteBuffer bytes, Path file) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The common pack and then all others by name, as the commands read them. */
  private List<Path> allPacks() {
    Path common = home.resolve("knowledge").resolve(Knowledge.COMMON);
    try (Stream<Path> listed = Files.list(home.resolve("knowledge"))) {
      List<Path> packs = new ArrayList<>(List.of(common));
      listed.filter(p -> Files.isDirectory(p) && !p.equals(common)).sorted().forEach(packs::add);
      return packs;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A place that a name may mean.
   *
   * @param candidate the place, and the step of the ladder that found it
   * @param km how far it is from the place asked about, in kilometres
   */
  public record Found(Candidate candidate, OptionalDouble km) {}

  /**
   * All places, villages of every country too, that a name may mean: the finest step first, and within a step the nearest, or
   * without a place to be near to the most populous. Misspellings only where nothing else is found, names of the same
   * consonants only near the place given.
   */
  public static List<Found> lookup(Places places, String name, Optional<Place> near, Optional<String> country) {
    return new Ladder(places, name, near).all(country);
  }

  /**
   * One step of the ladder.
   *
   * @param step its name
   * @param key what was looked up
   * @param found what it found that no step before had
   * @param note what else is to be said
   */
  public record Step(String step, String key, List<Found> found, String note) {}

  /**
   * How a name is looked up, step by step.
   *
   * @param steps the ladder
   * @param sentence the sentence in which the resolver was asked
   * @param location what it chose; empty where the name was not taken for a place's
   * @param margin how far the second candidate lies behind the first, where there are two
   * @param weighed its candidates with their scores, the dropped ones with the reason
   */
  public record Explanation(
      List<Step> steps, String sentence, Optional<Location> location, OptionalDouble margin, List<Resolver.Weighed> weighed) {}

  /** Shows how a name is looked up, and what comes of it in a plain sentence, beside another place if one is given. */
  public Explanation explain(Knowledge knowledge, English english, String name, Optional<Place> near) {
    List<Step> steps = new Ladder(knowledge.places(), name, near).steps(new PlaceStock(allPacks()).namedByHand(name));
    return new Trial(knowledge, english).run(name, near, steps);
  }
}
