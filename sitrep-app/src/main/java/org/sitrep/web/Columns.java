package org.sitrep.web;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.IntConsumer;
import org.sitrep.claim.Certainty;
import org.sitrep.exchange.Exchange;
import org.sitrep.store.Scan;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * All events as packed columns: the length of a JSON head (unsigned, 4 bytes, little-endian like all numbers), the head, filled up
 * with spaces, then the columns in the order in which the head names them, each beginning at a multiple of 8. The head has the names of
 * kinds, certainties and places. There are no ids and no texts of events.
 */
final class Columns {

  private static final int ALIGN = 8;
  private static final int MOST = 0xffff;

  private final EventIndex index;
  private final ObjectNode head = Exchange.object();
  private final ArrayNode named = head.putArray("columns");

  private Columns(EventIndex index) {
    this.index = index;
  }

  static byte[] of(EventIndex index) {
    return new Columns(index).pack();
  }

  private byte[] pack() {
    int n = index.size;
    int p = index.spots.size();
    head.put("version", index.version).put("events", n).put("places", p);
    ArrayNode kinds = head.putArray("kinds");
    index.kinds.forEach(k -> kinds.addArray().add(k.id()).add(k.label()).add(k.family()));
    ArrayNode certainties = head.putArray("certainties");
    for (Certainty certainty : Certainty.values()) {
      certainties.add(Exchange.name(certainty));
    }
    ArrayNode names = head.putArray("place_names");
    index.spots.forEach(s -> names.add(s.name()));
    int eventBytes = 3 * aligned(4 * n) + 2 * aligned(2 * n) + 3 * aligned(n);
    ByteBuffer out = ByteBuffer.allocate(eventBytes + 3 * aligned(8 * p) + aligned(p)).order(ByteOrder.LITTLE_ENDIAN);
    column(out, "first", "int32", n, i -> out.putInt(index.first[i]));
    column(out, "last", "int32", n, i -> out.putInt(index.last[i]));
    column(out, "place", "int32", n, i -> out.putInt(index.place[i]));
    column(out, "claims", "uint16", n, i -> out.putShort((short) Math.min(MOST, index.start[i + 1] - index.start[i])));
    column(out, "sources", "uint16", n, i -> out.putShort((short) Math.min(MOST, index.roots[i])));
    column(out, "kind", "uint8", n, i -> out.put((byte) index.kind[i]));
    column(out, "certainty", "uint8", n, i -> out.put(index.certainty[i]));
    column(out, "contested", "uint8", n, i -> out.put((byte) (index.contested.get(i) ? 1 : 0)));
    column(out, "lat", "float64", p, i -> out.putDouble(Exchange.degrees(spot(i).lat())));
    column(out, "lon", "float64", p, i -> out.putDouble(Exchange.degrees(spot(i).lon())));
    column(out, "km", "float64", p, i -> out.putDouble(Exchange.kilometres(spot(i).km())));
    column(out, "precision", "uint8", p, i -> out.put((byte) spot(i).precision()));
    return withHead(out);
  }

  private Scan.Spot spot(int i) {
    return index.spots.get(i);
  }

  private void column(ByteBuffer out, String name, String type, int length, IntConsumer put) {
    named.addArray().add(name).add(type).add(length);
    for (int i = 0; i < length; i++) {
      put.accept(i);
    }
    out.position(aligned(out.position()));
  }

  private static int aligned(int bytes) {
    return (bytes + ALIGN - 1) / ALIGN * ALIGN;
  }

  private byte[] withHead(ByteBuffer columns) {
    byte[] text = head.toString().getBytes(StandardCharsets.UTF_8);
    int length = aligned(text.length + 4) - 4;
    ByteBuffer all = ByteBuffer.allocate(4 + length + columns.capacity()).order(ByteOrder.LITTLE_ENDIAN);
    all.putInt(length).put(text);
    while (all.position() < 4 + length) {
      all.put((byte) ' ');
    }
    return all.put(columns.array()).array();
  }
}
