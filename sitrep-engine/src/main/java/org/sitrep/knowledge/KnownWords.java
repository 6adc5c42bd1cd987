package org.sitrep.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Words and names of four letters and more that are met everywhere, and so say little of which happening is meant:
 * {@code known-words.txt} of the common pack, one a line, in small letters and without accents. Read when first asked
 * for. Thread-safe.
 */
public final class KnownWords {

  /** No word is known. */
  public static final KnownWords NONE = new KnownWords(Set::of);

  private final Supplier<Set<String>> reader;
  private volatile @Nullable Set<String> words;

  private KnownWords(Supplier<Set<String>> reader) {
    this.reader = reader;
  }

  static KnownWords load(Path pack) {
    Path file = pack.resolve("known-words.txt");
    return new KnownWords(() -> read(file));
  }

  /** Whether it is a word, given in small letters and without accents, that is met everywhere. */
  public boolean contains(String folded) {
    Set<String> known = words;
    if (known == null) {
      known = reader.get();
      words = known;
    }
    return known.contains(folded);
  }

  private static Set<String> read(Path file) {
    try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
      return lines.filter(line -> !line.isEmpty()).collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
