// Reads a log with the reference code of Go's checksum database: golang.org/x/mod/sumdb/note and
// tlog. Written for this test; it shares nothing with the code that wrote the log.
//
//	readlog VKEY WHERE CHECKPOINT...
//
// WHERE is a folder or an address. Each checkpoint is read from WHERE, or from a file of its own if
// it begins with a slash; every one of them must be signed by VKEY, hold every entry (its bytes as the bundles give them) and have grown out of the
// one before.
package main

import (
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

var where string

func fail(format string, args ...interface{}) {
	fmt.Printf(format+"\n", args...)
	os.Exit(1)
}

func read(path string) ([]byte, error) {
	if strings.HasPrefix(path, "/") {
		return os.ReadFile(path)
	}
	if !strings.HasPrefix(where, "http") {
		return os.ReadFile(where + "/" + path)
	}
	answer, err := http.Get(where + "/" + path)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	if answer.StatusCode != 200 {
		return nil, fmt.Errorf("%s: %s", path, answer.Status)
	}
	return io.ReadAll(answer.Body)
}

type reader struct{}

func (reader) Height() int { return 8 }

func (reader) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range tiles {
		// Go writes the height into the path, tlog-tiles does not
		path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		bytes, err := read(path)
		if err != nil {
			full := tile
			full.W = 256
			bytes, err = read(strings.Replace(full.Path(), "tile/8/", "tile/", 1))
			if err == nil {
				bytes = bytes[:tile.W*tlog.HashSize]
			}
		}
		if err != nil {
			return nil, err
		}
		all = append(all, bytes)
	}
	return all, nil
}

func (reader) SaveTiles([]tlog.Tile, [][]byte) {}

func entry(index, size int64) []byte {
	bundle := index / 256
	width := size - bundle*256
	tile := tlog.Tile{H: 8, L: 0, N: bundle, W: 256}
	if width < 256 {
		tile.W = int(width)
	}
	path := strings.Replace(tile.Path(), "tile/8/0/", "tile/entries/", 1)
	bytes, err := read(path)
	if err != nil {
		tile.W = 256
		bytes, err = read(strings.Replace(tile.Path(), "tile/8/0/", "tile/entries/", 1))
	}
	if err != nil {
		fail("entries of %d: %v", index, err)
	}
	for skip := index % 256; ; skip-- {
		length := int(bytes[0])<<8 | int(bytes[1])
		if skip == 0 {
			return bytes[2 : 2+length]
		}
		bytes = bytes[2+length:]
	}
}

func main() {
	verifier, err := note.NewVerifier(os.Args[1])
	if err != nil {
		fail("key: %v", err)
	}
	where = os.Args[2]
	var before tlog.Tree
	for _, name := range os.Args[3:] {
		bytes, err := read(name)
		if err != nil {
			fail("%s: %v", name, err)
		}
		opened, err := note.Open(bytes, note.VerifierList(verifier))
		if err != nil {
			fail("%s: %v", name, err)
		}
		lines := strings.Split(opened.Text, "\n")
		var tree tlog.Tree
		if _, err := fmt.Sscanf(lines[1], "%d", &tree.N); err != nil {
			fail("%s: size: %v", name, err)
		}
		if tree.Hash, err = tlog.ParseHash(lines[2]); err != nil {
			fail("%s: root: %v", name, err)
		}
		hashes := tlog.TileHashReader(tree, reader{})
		for index := int64(0); index < tree.N; index++ {
			proof, err := tlog.ProveRecord(tree.N, index, hashes)
			if err != nil {
				fail("%s: entry %d: %v", name, index, err)
			}
			leaf := tlog.RecordHash(entry(index, tree.N))
			if err := tlog.CheckRecord(proof, tree.N, tree.Hash, index, leaf); err != nil {
				fail("%s: entry %d: %v", name, index, err)
			}
		}
		if before.N > 0 {
			proof, err := tlog.ProveTree(tree.N, before.N, hashes)
			if err != nil {
				fail("%s: growth: %v", name, err)
			}
			if err := tlog.CheckTree(proof, tree.N, tree.Hash, before.N, before.Hash); err != nil {
				fail("%s: growth: %v", name, err)
			}
		}
		fmt.Printf("%s: %d entries\n", name, tree.N)
		before = tree
	}
}
