package org.sitrep.knowledge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The lines of rivers, of {@code rivers.csv} of all packs: columns {@code id}, {@code names} (parted by "|"),
 * {@code line} (degrees north and east in turn, parted by spaces) and {@code origin}. A river may have several
 * rows. Read when first asked for. Thread-safe.
 */
public final class Rivers {

  /**
   * A stretch of a river.
   *
   * @param names all its names, the one to show first
   * @param line points as degrees north and east
   */
  public record Stretch(List<String> names, List<double[]> line) {}

  private final Supplier<List<Stretch>> reader;
  private volatile @Nullable List<Stretch> stretches;

  private Rivers(Supplier<List<Stretch>> reader) {
    this.reader = reader;
  }

  static Rivers load(List<Path> packs) {
    return new Rivers(() -> read(packs));
  }

  /** Rivers of these stretches, for trials without packs. */
  public static Rivers of(List<Stretch> stretches) {
    return new Rivers(() -> stretches);
  }

  /** All stretches. */
  public List<Stretch> list() {
    List<Stretch> known = stretches;
    if (known == null) {
      known = List.copyOf(reader.get());
      stretches = known;
    }
    return known;
  }

  /** The stretches of the river of that name. */
  public List<Stretch> named(String name) {
    String wanted = name.toLowerCase(Locale.ROOT).strip();
    return list().stream().filter(s -> s.names().stream().anyMatch(n -> n.toLowerCase(Locale.ROOT).equals(wanted))).toList();
  }

  private static List<Stretch> read(List<Path> packs) {
    List<Stretch> read = new ArrayList<>();
    for (Path pack : packs) {
      Path file = pack.resolve("rivers.csv");
      if (Files.exists(file)) {
        Csv.read(file).forEach(row -> read.add(stretch(row)));
      }
    }
    return read;
  }

  private static Stretch stretch(Csv.Row row) {
    String[] numbers = row.require("line").strip().split("\\s+");
    if (numbers.length < 4 || numbers.length % 2 != 0) {
      throw row.error("\"line\" needs degrees north and east in turn, of two points at least");
    }
    List<double[]> line = new ArrayList<>();
    for (int i = 0; i < numbers.length; i += 2) {
      line.add(new double[] {degrees(row, numbers[i], 90), degrees(row, numbers[i + 1], 180)});
    }
    return new Stretch(List.of(row.require("names").split("\\|")), List.copyOf(line));
  }

  private static double degrees(Csv.Row row, String number, double most) {
    try {
      double degrees = Double.parseDouble(number);
      if (Math.abs(degrees) <= most) {
        return degrees;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw row.error("\"line\" holds no degrees: " + number);
  }
}
