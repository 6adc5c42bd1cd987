package org.sitrep.web;

import io.helidon.http.HeaderNames;
import io.helidon.http.HttpException;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.sitrep.exchange.Exchange;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How the server answers: JSON, errors in words, and packed bytes that the browser may already have. Thread-safe. */
final class Answers {

  private static final int WORTH_PACKING = 2_000;
  private static final Logger LOG = System.getLogger(Answers.class.getName());
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int TAG_BYTES = 12;

  private Answers() {}

  /** Sends JSON, packed where that is worth it and wanted. */
  static void json(ServerRequest request, ServerResponse response, JsonNode body) {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    response.header("Content-Type", "application/json; charset=utf-8");
    response.header("Cache-Control", "no-store");
    if (bytes.length < WORTH_PACKING || !takesGzip(request)) {
      response.send(bytes);
      return;
    }
    response.header("Content-Encoding", "gzip");
    response.send(pack(bytes, Deflater.BEST_SPEED));
  }

  /** Packs by gzip; {@code level} as {@link Deflater} has it. */
  static byte[] pack(byte[] bytes, int level) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2);
    try (GZIPOutputStream gzip = gzip(out, level)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static GZIPOutputStream gzip(OutputStream out, int level) throws IOException {
    return new GZIPOutputStream(out) {
      {
        def.setLevel(level);
      }
    };
  }

  /** Refuses, in words. */
  static void error(ServerResponse response, Status status, String said) {
    response.status(status).header("Content-Type", "application/json; charset=utf-8");
    response.header("Cache-Control", "no-store");
    response.send(Exchange.object().put("error", said).toString().getBytes(StandardCharsets.UTF_8));
  }

  /** What a handler throws: the user's mistakes in words, the program's without its inner parts. */
  static void faults(HttpRouting.Builder routes) {
    routes.error(DateTimeException.class, (request, response, e) -> error(response, Status.BAD_REQUEST_400, "no day: " + e.getMessage()));
    routes.error(IllegalArgumentException.class, (request, response, e) -> error(response, Status.BAD_REQUEST_400, String.valueOf(e.getMessage())));
    routes.error(JacksonException.class, (request, response, e) -> error(response, Status.BAD_REQUEST_400, "no JSON: " + e.getOriginalMessage()));
    routes.error(
        HttpException.class,
        (request, response, e) ->
            error(response, e.status(), e.status().code() == Status.NOT_FOUND_404.code() ? "there is no " + request.path().path() : String.valueOf(e.getMessage())));
    routes.error(
        RuntimeException.class,
        (request, response, e) -> {
          LOG.log(Level.ERROR, "while answering " + request.path().path(), e);
          error(response, Status.INTERNAL_SERVER_ERROR_500, "an internal error; it is in the log of sitrep serve");
        });
  }

  /** The JSON object that a request carries. */
  static ObjectNode body(ServerRequest request) {
    if (request.content().hasEntity() && JSON.readTree(request.content().as(byte[].class)) instanceof ObjectNode object) {
      return object;
    }
    throw new IllegalArgumentException("a JSON object is wanted");
  }

  /** Sends packed bytes, or word that what the browser has is still right. */
  static void packed(ServerRequest request, ServerResponse response, byte[] packed, String type, String tag) {
    response.header("Content-Type", type);
    response.header("Cache-Control", "no-cache");
    response.header("ETag", tag);
    response.header("Vary", "Accept-Encoding");
    if (request.headers().value(HeaderNames.IF_NONE_MATCH).filter(tag::equals).isPresent()) {
      response.status(Status.NOT_MODIFIED_304).send();
    } else if (takesGzip(request)) {
      response.header("Content-Encoding", "gzip");
      response.send(packed);
    } else {
      response.send(unpack(packed));
    }
  }

  /** A strong tag of some bytes. */
  static String tag(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return '"' + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static boolean takesGzip(ServerRequest request) {
    return request.headers().value(HeaderNames.ACCEPT_ENCODING).filter(v -> v.contains("gzip")).isPresent();
  }

  private static byte[] unpack(byte[] packed) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
