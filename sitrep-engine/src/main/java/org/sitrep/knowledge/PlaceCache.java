package org.sitrep.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Keeps the gazetteer's bytes between runs: in the user's cache directory ({@code XDG_CACHE_HOME}, or {@code .cache} in the
 * home directory), under a checksum of the place files they were made from, so that an edited file makes new ones. Where
 * nothing can be written they are made in memory.
 */
final class PlaceCache {

  private static final Duration KEPT = Duration.ofDays(30);

  private PlaceCache() {}

  /** The bytes made from these files, kept or new. */
  static ByteBuffer open(List<Path> sources, Supplier<ByteBuffer> maker) {
    Optional<Path> directory = directory();
    if (directory.isEmpty()) {
      return maker.get();
    }
    Path file = directory.get().resolve("places-" + checksum(sources) + ".bin");
    Optional<ByteBuffer> kept = map(file);
    if (kept.isPresent()) {
      return kept.get();
    }
    ByteBuffer made = maker.get();
    keep(directory.get(), file, made);
    return made;
  }

  private static Optional<Path> directory() {
    String cache = System.getenv("XDG_CACHE_HOME");
    String home = System.getProperty("user.home", "");
    if (cache != null && Path.of(cache).isAbsolute()) {
      return Optional.of(Path.of(cache, "sitrep"));
    }
    return home.isEmpty() ? Optional.empty() : Optional.of(Path.of(home, ".cache", "sitrep"));
  }

  /** A checksum over the files' names, sizes and contents, and over the code that reads them, makes keys and lays them out. */
  private static String checksum(List<Path> sources) {
    CRC32 crc = new CRC32();
    for (Class<?> code : List.of(PlaceFiles.class, PlaceKeys.class, PlaceIndexWriter.class)) {
      try (InputStream in = code.getResourceAsStream(code.getSimpleName() + ".class")) {
        crc.update(in == null ? new byte[0] : in.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    long sizes = PlaceIndex.MAGIC;
    ByteBuffer some = ByteBuffer.allocateDirect(1 << 18);
    for (Path source : sources) {
      try (FileChannel channel = FileChannel.open(source, StandardOpenOption.READ)) {
        Path named = source.subpath(Math.max(0, source.getNameCount() - 2), source.getNameCount());
        crc.update(named.toString().getBytes(StandardCharsets.UTF_8));
        while (channel.read(some.clear()) >= 0) {
          crc.update(some.flip());
        }
        sizes = sizes * 31 + channel.position();
      } catch (IOException e) {
        throw new KnowledgeException(source, 0, "cannot be read: " + e.getMessage());
      }
    }
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits((int) crc.getValue()) + hex.toHexDigits(sizes);
  }

  private static Optional<ByteBuffer> map(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      return Optional.of(bytes).filter(PlaceIndex::isWhole);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Writes beside and moves into place, so that no other run ever sees half a file. */
  private static void keep(Path directory, Path file, ByteBuffer made) {
    try {
      Files.createDirectories(directory);
      Path part = Files.createTempFile(directory, "places-", ".part");
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        ByteBuffer view = made.duplicate().rewind();
        while (view.hasRemaining()) {
          channel.write(view);
        }
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      clear(directory);
    } catch (IOException e) {
      // The index is in memory all the same; the next run makes it again.
    }
  }

  private static void clear(Path directory) throws IOException {
    Instant oldest = Instant.now().minus(KEPT);
    try (Stream<Path> files = Files.list(directory)) {
      for (Path old : files.filter(f -> f.getFileName().toString().startsWith("places-")).toList()) {
        if (Files.getLastModifiedTime(old).toInstant().isBefore(oldest)) {
          Files.deleteIfExists(old);
        }
      }
    }
  }
}
