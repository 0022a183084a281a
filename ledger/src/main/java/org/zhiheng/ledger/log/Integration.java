package org.zhiheng.ledger.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.zhiheng.ledger.tree.EntryBundle;
import org.zhiheng.ledger.tree.GrowingTree;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.ledger.tree.Hasher;
import org.zhiheng.ledger.tree.Tile;
import org.zhiheng.ledger.tree.TileReader;
import org.zhiheng.ledger.tree.TreeAlgorithm;
import org.zhiheng.ledger.tree.TreeHead;

/// Works entries into both trees and gathers the files that came of it. For one thread.
final class Integration {

  /// Where the SM3 tree is published, below the log's prefix.
  static final String SM3_PREFIX = "gm/";

  private final Hasher sha256 = TreeAlgorithm.SHA_256.hasher();
  private final Hasher sm3 = TreeAlgorithm.SM3.hasher();
  private final byte[] hash = new byte[Hash.LENGTH_BYTES];
  private final ByteArrayOutputStream bundle = new ByteArrayOutputStream();
  private final List<TileFile> files = new ArrayList<>();
  private GrowingTree main;
  private GrowingTree sibling;

  Integration() {
    main = new GrowingTree(sha256, this::takeMain);
    sibling = new GrowingTree(sm3, this::takeSibling);
  }

  private void takeMain(Tile tile, byte[] hashes) {
    files.add(new TileFile(tile.path(), hashes));
  }

  private void takeSibling(Tile tile, byte[] hashes) {
    files.add(new TileFile(SM3_PREFIX + tile.path(), hashes));
  }

  /// Takes up trees of this size from their tiles.
  void resume(long size, Tiles tiles) throws IOException {
    main = GrowingTree.resume(sha256, this::takeMain, size, reader(tiles, ""));
    sibling = GrowingTree.resume(sm3, this::takeSibling, size, reader(tiles, SM3_PREFIX));
    if (size % Tile.FULL > 0) {
      Tile last = new Tile(0, size / Tile.FULL, (int) (size % Tile.FULL));
      byte[] bytes =
          tiles
              .read(last.entriesPath())
              .orElseThrow(() -> new IOException("there is no " + last.entriesPath()));
      EntryBundle.read(bytes, last.width()).orThrow();
      bundle.writeBytes(bytes);
    }
  }

  /// Tiles of a tree, from files; where a tile that is not full is gone, from the full one.
  static TileReader reader(Tiles tiles, String prefix) {
    return tile -> {
      Optional<byte[]> exact = tiles.read(prefix + tile.path());
      if (exact.isPresent()) {
        return exact.get();
      }
      byte[] full =
          tiles
              .read(prefix + tile.filled().path())
              .orElseThrow(() -> new IOException("there is no " + prefix + tile.path()));
      return Arrays.copyOf(full, tile.lengthBytes());
    };
  }

  void append(byte[] entry) {
    long index = main.size();
    sha256.leaf(entry, 0, entry.length, hash, 0);
    main.append(hash, 0);
    sm3.leaf(entry, 0, entry.length, hash, 0);
    sibling.append(hash, 0);
    EntryBundle.append(bundle, entry);
    if (index % Tile.FULL == Tile.FULL - 1) {
      files.add(
          new TileFile(
              new Tile(0, index / Tile.FULL, Tile.FULL).entriesPath(), bundle.toByteArray()));
      bundle.reset();
    }
  }

  TreeHead head() {
    return main.head();
  }

  TreeHead siblingHead() {
    return sibling.head();
  }

  /// Tiles and bundles that became full since it was last asked.
  List<TileFile> completed() {
    if (files.isEmpty()) {
      return List.of();
    }
    List<TileFile> gathered = List.copyOf(files);
    files.clear();
    return gathered;
  }

  /// What became full since it was last asked, and what stands at the edge.
  List<TileFile> files() {
    List<TileFile> gathered = new ArrayList<>(completed());
    for (GrowingTree.Edge edge : main.edges()) {
      gathered.add(new TileFile(edge.tile().path(), edge.bytes()));
      if (edge.tile().level() == 0) {
        gathered.add(new TileFile(edge.tile().entriesPath(), bundle.toByteArray()));
      }
    }
    for (GrowingTree.Edge edge : sibling.edges()) {
      gathered.add(new TileFile(SM3_PREFIX + edge.tile().path(), edge.bytes()));
    }
    return gathered;
  }
}
