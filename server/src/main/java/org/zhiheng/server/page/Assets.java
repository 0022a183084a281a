package org.zhiheng.server.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zhiheng.values.Digest;

/// The style sheet, the scripts and the mark of the house, each under an address that holds the
/// hash of its bytes, so that a browser may keep it for ever. Scripts that import each other lie in
/// a folder whose address holds the hash of all of them, so that the names by which they do stay.
///
/// Loaded once; safe for many threads.
public final class Assets {

  /// htmx as its authors published it. Version 2.0.10; the hash is checked when it is loaded.
  static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";

  /// SHA-256 of that file.
  static final String HTMX_DIGEST =
      "71ea67185bfa8c98c39d31717c6fce5d852370fcdfd129db4543774d3145c0de";

  /// SHA-256 of what checks signatures in a browser, as it was bundled from its authors' packages.
  static final String NOBLE_DIGEST =
      "ee3e3b9bb6777ed847ecb0bbc38568239d0d5dbae3bba1347be15886a39ddb13";

  /// What others made, by the digest that it must have.
  private static final Map<String, String> DIGESTS =
      Map.of("htmx.js", HTMX_DIGEST, "noble.js", NOBLE_DIGEST);

  /// What checks evidence bundles in a browser. `noble.js` is made by others; `noble.md` beside it
  /// tells what it is, and its hash is checked when it is loaded.
  static final List<String> VERIFY =
      List.of(
          "bundle.js",
          "bytes.js",
          "certificate.js",
          "chain.js",
          "der.js",
          "given.js",
          "judge.js",
          "noble.js",
          "note.js",
          "page.css",
          "page.js",
          "readme.js",
          "record.js",
          "rlp.js",
          "seals.js",
          "signature.js",
          "sm2.js",
          "stamp.js",
          "statement.js",
          "time.js",
          "way.js");

  /// The pages within a bundle before values are put in, where the verifier has them.
  private static final Map<String, String> TEMPLATES =
      Map.of(
          "README-1.en.html", "/org/zhiheng/ledger/bundle/README-1.en.html",
          "README-1.zh.html", "/org/zhiheng/ledger/bundle/README-1.zh.html");

  /// What sends files that are deposited.
  static final List<String> DEPOSIT = List.of("page.js", "parts.js", "sha256.js");

  /// Where the assets are served.
  public static final String PATH = "/static/";

  private final Map<String, String> addresses;
  private final Map<String, Asset> byAddress;

  private Assets(Map<String, String> addresses, Map<String, Asset> byAddress) {
    this.addresses = addresses;
    this.byAddress = byAddress;
  }

  /// Loads all of them from the class path.
  public static Assets load() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("zhiheng.css", "/org/zhiheng/server/assets/zhiheng.css");
    files.put("marks.css", "/org/zhiheng/server/assets/marks.css");
    files.put("prove.css", "/org/zhiheng/server/assets/prove.css");
    files.put("administer.css", "/org/zhiheng/server/assets/administer.css");
    files.put("finance.css", "/org/zhiheng/server/assets/finance.css");
    files.put("finance.js", "/org/zhiheng/server/assets/finance.js");
    files.put("zhiheng.js", "/org/zhiheng/server/assets/zhiheng.js");
    files.put("mark.svg", "/org/zhiheng/server/assets/mark.svg");
    files.put("htmx.js", HTMX);
    Map<String, String> addresses = new TreeMap<>();
    Map<String, Asset> byAddress = new TreeMap<>();
    files.forEach((name, file) -> {
      Asset asset = read(name, file);
      int dot = name.lastIndexOf('.');
      String address =
          PATH + name.substring(0, dot) + "." + asset.digest().brief() + name.substring(dot);
      addresses.put(name, address);
      byAddress.put(address, asset);
    });
    Map<String, String> verify = lying("verify", VERIFY);
    verify.putAll(TEMPLATES);
    folder("verify", verify, addresses, byAddress);
    folder("deposit", lying("deposit", DEPOSIT), addresses, byAddress);
    return new Assets(addresses, byAddress);
  }

  /// Files of a folder of ours, by their names.
  private static Map<String, String> lying(String folder, List<String> names) {
    Map<String, String> files = new TreeMap<>();
    names.forEach(name -> files.put(name, "/org/zhiheng/server/assets/" + folder + "/" + name));
    return files;
  }

  private static void folder(
      String folder,
      Map<String, String> files,
      Map<String, String> addresses,
      Map<String, Asset> byAddress) {
    Map<String, Asset> read = new TreeMap<>();
    StringBuilder digests = new StringBuilder();
    files.forEach((name, file) -> {
      Asset asset = read(name, file);
      read.put(name, asset);
      digests.append(name).append(' ').append(asset.digest().hex()).append('\n');
    });
    String at =
        PATH
            + folder
            + "."
            + Digest.of(digests.toString().getBytes(StandardCharsets.UTF_8)).brief()
            + "/";
    read.forEach((name, asset) -> {
      addresses.put(folder + "/" + name, at + name);
      byAddress.put(at + name, asset);
    });
  }

  /// The address of an asset.
  ///
  /// @throws IllegalArgumentException when there is none of that name
  public String address(String name) {
    String address = addresses.get(name);
    if (address == null) {
      throw new IllegalArgumentException("no asset named " + name);
    }
    return address;
  }

  /// What is served at an address.
  Optional<Asset> at(String address) {
    return Optional.ofNullable(byAddress.get(address));
  }

  private static Asset read(String name, String file) {
    try (InputStream in = Assets.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the class path has no " + file);
      }
      byte[] bytes = in.readAllBytes();
      String type =
          switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "css" -> "text/css;charset=UTF-8";
            case "svg" -> "image/svg+xml";
            case "html" -> "text/plain;charset=UTF-8"; // for a script, never for a reader
            default -> "text/javascript;charset=UTF-8";
          };
      Digest digest = Digest.of(bytes);
      if (!DIGESTS.getOrDefault(name, digest.hex()).equals(digest.hex())) {
        throw new IllegalStateException(file + " is not what its authors published: " + digest);
      }
      return new Asset(type, bytes, digest);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + file, unreadable);
    }
  }

  /// One of them. Its bytes are never changed.
  static final class Asset {
    private final String mediaType;
    private final byte[] bytes;
    private final Digest digest;

    private Asset(String mediaType, byte[] bytes, Digest digest) {
      this.mediaType = mediaType;
      this.bytes = bytes;
      this.digest = digest;
    }

    String mediaType() {
      return mediaType;
    }

    byte[] bytes() {
      return bytes.clone();
    }

    Digest digest() {
      return digest;
    }
  }
}
