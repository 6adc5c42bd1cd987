package org.sitrep.gazetteer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** A home with a small common pack, and imports into it. */
final class ImportBench {

  private static final Path HOME = Path.of(System.getProperty("sitrep.home", ".."));

  final Path dir;
  private final List<Path> files = new ArrayList<>();
  private Optional<String> country = Optional.empty();
  private Optional<String> format = Optional.empty();

  ImportBench(Path dir) {
    this.dir = dir;
    try {
      Path common = dir.resolve("knowledge/common");
      Files.createDirectories(common.resolve("place-words"));
      Files.copy(HOME.resolve("knowledge/common/country-codes.csv"), common.resolve("country-codes.csv"));
      Files.copy(HOME.resolve("knowledge/common/place-words/en.csv"), common.resolve("place-words/en.csv"));
      Files.writeString(common.resolve("places.csv"), Draft.HEADER + "\ngn:7001,Oldtown,TOWN,10,20,3,ZZ,North,0,,test\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ImportBench file(String name, String text) {
    return bytes(name, text.getBytes(StandardCharsets.UTF_8));
  }

  ImportBench bytes(String name, byte[] content) {
    try {
      files.add(Files.write(dir.resolve(name), content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  ImportBench country(String code) {
    country = Optional.of(code);
    return this;
  }

  ImportBench as(String word) {
    format = Optional.of(word);
    return this;
  }

  Gazetteer.Imported run() {
    return run(false);
  }

  Gazetteer.Imported run(boolean gzip) {
    Gazetteer.Order order = new Gazetteer.Order(List.copyOf(files), "trial", format, country, "new", Set.of(), gzip, true);
    files.clear();
    return new Gazetteer(dir).importFiles(order, rows -> {});
  }

  /** The rows of the file written last, without comment and header. */
  List<String> rows() {
    return lines("places/new.csv");
  }

  List<String> lines(String file) {
    Path plain = dir.resolve("knowledge/trial").resolve(file);
    Path packed = plain.resolveSibling(plain.getFileName() + ".gz");
    try {
      byte[] bytes = Files.readAllBytes(Files.exists(plain) ? plain : packed);
      if (!Files.exists(plain)) {
        bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
      }
      return new String(bytes, StandardCharsets.UTF_8).lines().skip(2).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
