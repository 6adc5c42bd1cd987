package org.sitrep.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A digest of what packs say of parties, kinds and weights. Gazetteers are left out: claims carry their places. */
final class PackDigest {

  /** What the name of a file of the gazetteer ends with, and the directory where others of it are. */
  private static final String GAZETTEER = "places.csv";

  private static final Path GAZETTEERS = Path.of("places");

  private PackDigest() {}

  static String of(List<Path> packs) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path pack : packs) {
        for (Path file : files(pack)) {
          digest.update(pack.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
          digest.update(Files.readAllBytes(file));
        }
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tables, lists and settings, in the order of their names. */
  private static List<Path> files(Path pack) throws IOException {
    try (Stream<Path> all = Files.walk(pack)) {
      return all.filter(Files::isRegularFile)
          .filter(f -> f.toString().endsWith(".csv") || f.toString().endsWith(".yml") || f.toString().endsWith(".txt"))
          .filter(f -> !f.toString().endsWith(GAZETTEER) && !pack.relativize(f).startsWith(GAZETTEERS))
          .sorted()
          .toList();
    }
  }
}
