package org.zhiheng.ledger.anchor;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhiheng.ledger.statement.Json;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// What is kept of an anchor: the transaction, the block that a node says it stands in, and where
/// it could be made, the way from the one to the other.
///
/// As JSON in the spelling of RFC 8785; see docs/formats/anchor.md.
///
/// @param chain what the workspace calls the chain; nobody vouches for it
/// @param chainId 1 to 2^53 - 1
/// @param transaction its bytes
/// @param blockNumber from 0
/// @param blockHash 32 bytes
/// @param inBlock shows that the transaction stands in that block
public record ChainReceipt(
    String chain,
    long chainId,
    Octets transaction,
    long blockNumber,
    Octets blockHash,
    Optional<InBlock> inBlock) {

  /// What the JSON says it is.
  public static final String FORM = "ethereum-transaction/v1";

  /// What it says where the seals of validators are kept, too. Verifiers from before know the first
  /// form alone, and do not count this one.
  public static final String FORM_SEALED = "ethereum-sealed/v1";

  /// Longer names of chains are refused.
  public static final int NAME_LENGTH_MAX = 64;

  private static final Set<String> FIELDS =
      Set.of("blockHash", "blockNumber", "chain", "chainId", "form", "transaction");
  private static final Set<String> FIELDS_WITH_WAY =
      Set.of(
          "blockHash",
          "blockNumber",
          "chain",
          "chainId",
          "form",
          "header",
          "index",
          "path",
          "transaction");
  private static final Set<String> FIELDS_WITH_SEALS =
      Stream.concat(FIELDS_WITH_WAY.stream(), Stream.of("round", "seals"))
          .collect(Collectors.toUnmodifiableSet());

  /// The way from the block to the transaction.
  ///
  /// @param header the bytes that hash to the block's hash
  /// @param index of the transaction in the block, from 0
  /// @param path nodes of the trie, from the root
  /// @param seals that validators set to the block, where they are kept
  public record InBlock(Octets header, int index, List<Octets> path, Optional<Seals> seals) {
    /// Copies the list.
    public InBlock {
      path = List.copyOf(path);
    }

    /// The same without seals.
    public InBlock(Octets header, int index, List<Octets> path) {
      this(header, index, path, Optional.empty());
    }
  }

  /// @throws IllegalArgumentException when a part lies outside what it may be
  public ChainReceipt {
    if (chain.isBlank()
        || chain.length() > NAME_LENGTH_MAX
        || chainId < 1
        || chainId > Json.WHOLE_MAX
        || blockNumber < 0
        || blockNumber > Json.WHOLE_MAX
        || blockHash.length() != Keccak.LENGTH_BYTES
        || inBlock.filter(way -> way.index() < 0).isPresent()) {
      throw new IllegalArgumentException("a receipt names a chain, a block and its hash");
    }
  }

  /// The name of the transaction on the chain.
  public Octets transactionHash() {
    return Keccak.of(transaction);
  }

  /// Whether JSON is of this form at all.
  public static boolean reads(Json json) {
    return json instanceof Json.Fields(SortedMap<String, Json> fields)
        && fields.get("form") instanceof Json.Text(String form)
        && (form.equals(FORM) || form.equals(FORM_SEALED));
  }

  /// Reads one; refused with `chain-anchor`.
  public static Parsed<ChainReceipt> of(Json json) {
    if (!(json instanceof Json.Fields(SortedMap<String, Json> fields)) || !reads(json)) {
      return Parsed.refused(
          "chain-anchor", "", "An anchor has the form " + FORM + " or " + FORM_SEALED + ".");
    }
    boolean sealed = new Json.Text(FORM_SEALED).equals(fields.get("form"));
    boolean way = sealed || fields.containsKey("header");
    if (!fields.keySet().equals(sealed ? FIELDS_WITH_SEALS : way ? FIELDS_WITH_WAY : FIELDS)) {
      return Parsed.refused(
          "chain-anchor",
          String.join(" ", fields.keySet()),
          "An anchor has the fields of its form, and no others.");
    }
    try {
      return Parsed.ok(
          new ChainReceipt(
              text(fields, "chain"),
              whole(fields, "chainId"),
              octets("transaction", fields.get("transaction")),
              whole(fields, "blockNumber"),
              octets("blockHash", fields.get("blockHash")),
              way ? Optional.of(inBlock(fields, sealed)) : Optional.empty()));
    } catch (IllegalArgumentException not) {
      return Parsed.refused("chain-anchor", "", String.valueOf(not.getMessage()));
    } catch (ProblemsException refused) {
      return new Parsed.Refused<>(refused.problems().getFirst());
    }
  }

  private static InBlock inBlock(Map<String, Json> fields, boolean sealed) {
    List<Octets> path = list("path", fields, TransactionTrie.PATH_MAX);
    long index = whole(fields, "index");
    if (index < 0 || index > Integer.MAX_VALUE) {
      throw refused("index");
    }
    return new InBlock(
        octets("header", fields.get("header")),
        (int) index,
        path,
        sealed
            ? Optional.of(
                new Seals(
                    octets("round", fields.get("round")), list("seals", fields, Seals.SEALS_MAX)))
            : Optional.empty());
  }

  private static List<Octets> list(String name, Map<String, Json> fields, int max) {
    if (fields.get(name) instanceof Json.Items(List<Json> values) && values.size() <= max) {
      return values.stream().map(value -> octets(name, value)).toList();
    }
    throw refused(name);
  }

  private static String text(Map<String, Json> fields, String name) {
    if (fields.get(name) instanceof Json.Text(String value)) {
      return value;
    }
    throw refused(name);
  }

  private static long whole(Map<String, Json> fields, String name) {
    if (fields.get(name) instanceof Json.Whole(long value)) {
      return value;
    }
    throw refused(name);
  }

  private static Octets octets(String name, @Nullable Json json) {
    if (json instanceof Json.Text(String value) && value.matches("0x([0-9a-f]{2})*+")) {
      return Octets.of(HexFormat.of().parseHex(value, 2, value.length()));
    }
    throw refused(name);
  }

  private static ProblemsException refused(String name) {
    return new ProblemsException(
        Problem.of(
            "chain-anchor",
            name,
            "",
            "Bytes are 0x and lower-case hexadecimal, numbers are whole, a path is a list of at"
                + " most "
                + TransactionTrie.PATH_MAX
                + ", seals one of at most "
                + Seals.SEALS_MAX
                + "."));
  }

  /// As it is kept.
  public Json json() {
    SortedMap<String, Json> fields = new TreeMap<>();
    boolean sealed = inBlock.flatMap(InBlock::seals).isPresent();
    fields.put("form", new Json.Text(sealed ? FORM_SEALED : FORM));
    fields.put("chain", new Json.Text(chain));
    fields.put("chainId", new Json.Whole(chainId));
    fields.put("transaction", hex(transaction));
    fields.put("blockNumber", new Json.Whole(blockNumber));
    fields.put("blockHash", hex(blockHash));
    inBlock.ifPresent(way -> {
      fields.put("header", hex(way.header()));
      fields.put("index", new Json.Whole(way.index()));
      fields.put("path", hex(way.path()));
      way.seals()
          .ifPresent(seals -> {
            fields.put("round", hex(seals.round()));
            fields.put("seals", hex(seals.seals()));
          });
    });
    return new Json.Fields(fields);
  }

  private static Json hex(List<Octets> values) {
    return new Json.Items(values.stream().map(ChainReceipt::hex).toList());
  }

  private static Json hex(Octets bytes) {
    return new Json.Text("0x" + bytes.hex());
  }
}
