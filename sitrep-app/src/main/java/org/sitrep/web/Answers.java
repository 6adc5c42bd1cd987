package org.sitrep.web;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.sitrep.exchange.Exchange;
import tools.jackson.databind.JsonNode;

/** How the server answers: JSON, errors in words, and packed bytes that the browser may already have. Thread-safe. */
final class Answers {

  private static final int WORTH_PACKING = 2_000;
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
    try {
      response.send(Assets.pack(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Refuses, in words. */
  static void error(ServerResponse response, Status status, String said) {
    response.status(status).header("Content-Type", "application/json; charset=utf-8");
    response.header("Cache-Control", "no-store");
    response.send(Exchange.object().put("error", said).toString().getBytes(StandardCharsets.UTF_8));
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
