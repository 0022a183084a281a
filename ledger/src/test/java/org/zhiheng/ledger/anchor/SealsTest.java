package org.zhiheng.ledger.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;
import org.zhiheng.ledger.statement.Octets;

/// Blocks that other software sealed, as others published them; read 2026-11-30, data alone.
final class SealsTest {

  private static final String NO_UNCLES =
      "1dcc4de8dec75d7aab85b567b6ccd41ad312451b948a7413f0a142fd40d49347";
  private static final String EMPTY =
      "56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421";
  private static final String MIX =
      "63746963616c2062797a616e74696e65206661756c7420746f6c6572616e6365";

  private static Octets hex(String digits) {
    return Octets.of(HexFormat.of().parseHex(digits));
  }

  private static Rlp word(String digits) {
    return new Rlp.Word(hex(digits));
  }

  /// A header without transactions of a chain before London.
  private static List<Rlp> header(
      String parent, String miner, String state, long number, long gas, long time, String extra) {
    return List.of(
        word(parent),
        word(NO_UNCLES),
        word(miner),
        word(state),
        word(EMPTY),
        word(EMPTY),
        Rlp.word(new byte[256]),
        Rlp.number(1),
        Rlp.number(number),
        Rlp.number(gas),
        Rlp.number(0),
        Rlp.number(time),
        word(extra),
        word(MIX),
        Rlp.word(new byte[8]));
  }

  private static BlockHeader hashed(List<Rlp> fields, String hash) {
    return BlockHeader.hashing(fields, hex(hash)).orElseThrow();
  }

  private static void sealed(List<Rlp> fields, String hash, String digest, List<Octets> signers) {
    BlockHeader header = hashed(fields, hash);
    Seals seals = Seals.in(fields).orElseThrow();
    assertThat(seals.digest(header)).contains(hex(digest));
    assertThat(seals.signers(header)).containsExactlyElementsOf(signers);
  }

  /// Both hashes are published: github.com/Consensys/qbft-tests, commit ef13cdbf,
  /// BftBlockHeaderHashTests/bft_block_headers_data.json. The spelling is that of IBFT 2.0, the
  /// round 0x00fedcba, the keys are 1 to 4 (hyperledger/besu, IbftBlockHashingTest).
  @Test
  void findsWhoSealedTheHeaderOfTheVectorsForImplementors() {
    List<Rlp> fields =
        header(
            "a7762d3307dbf2ae6a1ae1b09cf61c7603722b2379731b6b90409cdb8c8288a0",
            "00".repeat(20),
            "ca07595b82f908822971b7e848398e3395e59ee52565c7ef3603df1a1fa7bc80",
            1,
            4_704_588,
            1_530_674_616,
            "f90178a0000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
                + "ea94000000000000000000000000000000000000000194000000000000000000000000"
                + "0000000000000002d794000000000000000000000000000000000000000381ff8400fe"
                + "dcbaf9010cb8412d98a30d2844aa05b4fcf3abcd333e195d4ad365726a7b9a5bc19744"
                + "dcec0ad42d129ad2890b86c32a969a9b511d8c1c846f7eb694455bb29b7365ab260a18"
                + "8100b8416e65e1097c802f12fe12048871f228fc394fb005cbf5c55225adbff7e82c94"
                + "d352fc83967effa3a777a9d50e677108b732258c7ef6e1a3e8fc34919b90e0f34e00b8"
                + "41b8462060df24936c7da7413fbf8ac706775d06ba052831075fd2059458ca91e971f3"
                + "5a7a90ec5225328fe25d6dec51de3a2d71e81a581ceb98acdafd5bcd12f801b841be1c"
                + "b71a2525013ae8ac676505597229265960b4d34654dc88249d1bc7e07a324f44b16542"
                + "adad19bddade1785ac9687b656cbf64685a2e6e6b4f04d9aad23cd00");
    sealed(
        fields,
        "8d8736980278155e486cf0543c0a53cd3a3c961c3b976c6a4ac7dc5310dad88d",
        "b1d26d018658f2556a2c3f0080596055cb0d05bcab91397f8ae8f01ea831559c",
        IntStream.rangeClosed(1, 4)
            .mapToObj(number -> AccountKey.of(secret(number)).address())
            .toList());
  }

  private static byte[] secret(int number) {
    byte[] secret = new byte[AccountKey.LENGTH_BYTES];
    secret[AccountKey.LENGTH_BYTES - 1] = (byte) number;
    return secret;
  }

  /// A block of a chain of QBFT, made in round 1; the hash that is sealed is published:
  /// github.com/datachainlab/besu-qbft-elc, commit 26896b76, elc/src/header.rs. The block's own
  /// hash is not, and is by an implementation of ours in another language.
  @Test
  void findsWhoSealedABlockOfQbftInALaterRound() {
    List<Rlp> fields =
        header(
            "0af93e70b1c6d3974a88a42eb70bb61adbd523bfac0c83027ba4637c52746a0f",
            "ee3353e587cfa91625a1adaef308a726de3803d3",
            "166ed98eea93ab2b6f6b1a425526994adc2d675bf9a0d77d600ed1e02d8f77df",
            7_528,
            4_700_000,
            1_715_495_307,
            "f90144a0"
                + "00".repeat(32)
                + "f85494647bfdd19655e51e69d35454ff3a92f8828e630294a5c8416b9d13417b45b45a"
                + "da76408f39d1e504ef94b92e91f4dcc9d28503be521afa2a8fbf3c1acf6094ee3353e5"
                + "87cfa91625a1adaef308a726de3803d3c001f8c9b841bc7633fd65570f610a595086e9"
                + "a34e5bf6aacfb67b8f8cd01852e6b285147f046a50577b49378b86723ac9b456ef59ef"
                + "7ab57cda7139d807f10f58e8cb10c67600b841ad1defc2b0b4a48158cff24778bb5ba4"
                + "d9f373c171022ab0a42e37bdb0d4025718434d303a8d94df56ef9ad5219be9f27b2f67"
                + "179a7fb82d3323dde29546f9f701b841e233d3670dd97c715f72b440eeb1ccb1e22c8c"
                + "23f6ab470c46c99c2d0ee6509f0341a42e0e4569782557e93c3815e8ca4294043595f6"
                + "9a90f73f135de8ecf41e00");
    sealed(
        fields,
        "502568a07cc2303558ed8eea495d61255946a14c46be5ead61cdc737bdeaaf42",
        "75ea184f58cd3f0ef89032a069df01f07ec524ef3a85cf6d3e424d62130c0a32",
        List.of(
            hex("647bfdd19655e51e69d35454ff3a92f8828e6302"),
            hex("ee3353e587cfa91625a1adaef308a726de3803d3"),
            hex("a5c8416b9d13417b45b45ada76408f39d1e504ef")));
  }

  /// A block of a chain of IBFT 2.0 as its node gave it, with its hash: imduchuyyy.github.io,
  /// commit cd88b77e, _posts/2021-07-27-block-gas-limit-attack.md. Three of the four validators in
  /// its header sealed it.
  @Test
  void findsWhoSealedABlockOfIbft2() {
    List<Rlp> fields =
        header(
            "b043c80558a303a6a6cff54ee12cb4c0c18d7d6c6d9875ca357ef792afee4aab",
            "20f41061b59cdd1de39862dac8420cde5b1c4611",
            "ba29682e080d946de3d793b6d146cb3f9001f1ce6e4b088b7f2eb9e94707bc5e",
            2_074_747,
            1_890_884_448,
            1_627_361_583,
            "f90148a0"
                + "00".repeat(32)
                + "f854941e3415214147f480c4a82130fa2fc75f870799499420f41061b59cdd1de39862"
                + "dac8420cde5b1c4611942de1ec20190935f197f83dfcb5c49b424d1f78e594adb2d82c"
                + "0247ee35774840e95313b6330e199605808400000000f8c9b8419f92d5c3c7ded5ab0b"
                + "91e29829e7473a36ec4b9fa99929feb4b48891571f2a8f104383eddac4c1d14a6c73c0"
                + "70af96dbedeb4d2843c900cc0c79677750e4879800b8415d8987fd2229dc77fdc84e55"
                + "9055e59e38293ffaac01f72015979ed27707fa4b2e6bcdf55b381cbb214d8730b7afa7"
                + "fc22cf768e10428c1b251e815809d22ff900b841591a9516ccc936a1f45e787e5b99e6"
                + "08d83249c64eb18ff2a22a9c59f1a27b0c633ea0ead2660f1c7e7c7bf76edf821029e1"
                + "21719096eae1740981eb4e2f9c9601");
    sealed(
        fields,
        "a587aa3b79e249fa13a799b700287a9a13f0aaeb90b5bdb59f019511a91a5843",
        "f04495b33d7d6d61d2fc4f775675593714bc58b2b1f1adf38b75e3e3273db1fe",
        List.of(
            hex("1e3415214147f480c4a82130fa2fc75f87079949"),
            hex("adb2d82c0247ee35774840e95313b6330e199605"),
            hex("20f41061b59cdd1de39862dac8420cde5b1c4611")));
  }

  @Test
  void readsNoSealsOutOfWhatHoldsNone() {
    List<Rlp> fields = header("00".repeat(32), "00".repeat(20), "00".repeat(32), 1, 1, 1, "");
    Rlp seals = Rlp.items(Rlp.word(new byte[65]));
    Rlp vanity = Rlp.word(new byte[32]);
    Rlp round = Rlp.number(0);
    assertThat(Seals.in(BlockHeader.with(fields, List.of(vanity, seals, seals, round, seals))))
        .contains(new Seals(hex(""), List.of(Octets.of(new byte[65]))));
    for (List<Rlp> extra :
        List.of(
            List.<Rlp>of(),
            List.of(vanity, seals, seals),
            List.of(vanity, seals, seals, round),
            List.of(vanity, seals, seals, round, Rlp.items()),
            List.of(vanity, seals, seals, round, Rlp.items(Rlp.word(new byte[64]))),
            List.of(vanity, seals, seals, round, Rlp.items(Rlp.word(new byte[66]))),
            List.of(vanity, seals, seals, round, Rlp.items(Rlp.items())),
            List.of(vanity, seals, seals, round, Rlp.word(new byte[65])),
            List.of(vanity, seals, seals, Rlp.items(), seals),
            List.of(vanity, seals, seals, Rlp.word(new byte[5]), seals),
            List.of(vanity, seals, seals, round, seals, seals),
            List.of(vanity, seals, seals, round, many(Seals.SEALS_MAX + 1)))) {
      assertThat(Seals.in(BlockHeader.with(fields, extra))).as("%s", extra).isEmpty();
    }
    assertThat(Seals.in(BlockHeader.with(fields, List.of(vanity, seals, seals, round, many(256)))))
        .isPresent();
    assertThat(Seals.in(fields)).isEmpty();
    assertThat(Seals.in(List.of())).isEmpty();
    Seals kept = new Seals(hex(""), List.of(Octets.of(new byte[65])));
    BlockHeader ordinary = BlockHeader.parse(Octets.of(new Rlp.Items(fields).bytes())).orThrow();
    assertThat(kept.digest(ordinary)).isEmpty();
    assertThat(kept.signers(ordinary)).isEmpty();
    assertThatThrownBy(() -> new Seals(hex(""), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Rlp many(int count) {
    List<Rlp> seals = new ArrayList<>();
    for (int seal = 0; seal < count; seal++) {
      seals.add(Rlp.word(new byte[65]));
    }
    return new Rlp.Items(seals);
  }

  /// SEC 1 section 4.1.6 gives no key where r or s lies outside 1..n-1, where no point has that x
  /// (5 is one such: 5^3 + 7 = 132 is no square) and where the key would be the point at infinity.
  @Test
  void findsNobodyBehindASignatureThatNobodyCanHaveMade() {
    BigInteger n =
        new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);
    BigInteger two = BigInteger.TWO;
    Octets hash = Keccak.of(new byte[0]);
    for (AccountKey.Signature bad :
        List.of(
            new AccountKey.Signature(0, BigInteger.ZERO, two),
            new AccountKey.Signature(0, two, BigInteger.ZERO),
            new AccountKey.Signature(0, n, two),
            new AccountKey.Signature(0, two, n),
            new AccountKey.Signature(2, two, two),
            new AccountKey.Signature(-1, two, two),
            new AccountKey.Signature(27, two, two),
            new AccountKey.Signature(1, BigInteger.valueOf(5), two))) {
      assertThat(AccountKey.signer(hash, bad)).as("%s", bad).isEmpty();
    }
    // R = e G and s = 1 leave nothing of (s R - e G) / r
    ECPoint made =
        CustomNamedCurves.getByName("secp256k1")
            .getG()
            .multiply(new BigInteger(1, hash.bytes()))
            .normalize();
    int parity = made.getAffineYCoord().testBitZero() ? 1 : 0;
    BigInteger r = made.getAffineXCoord().toBigInteger();
    assertThat(AccountKey.signer(hash, new AccountKey.Signature(parity, r, BigInteger.ONE)))
        .isEmpty();
    assertThat(AccountKey.signer(hash, new AccountKey.Signature(parity, r, two))).isPresent();
  }
}
