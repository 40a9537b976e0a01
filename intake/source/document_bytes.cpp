#include "intake/source/document_bytes.h"

#include <algorithm>
#include <cstdint>

#include "engine/codec/utf8.h"
#include "intake/source/source_limits.h"

namespace dondoc {
namespace {

constexpr std::size_t k_encoding_bytes = 64;
/// The limit stands before letters are made NFC, which makes some of them longer.
constexpr std::size_t k_text_bytes = 2 * source_limits::text_bytes;

// Numbers are eight bytes, the lowest first; texts and lists stand behind their number of bytes or
// elements.

void put(std::string& bytes, std::uint64_t number) {
  for (int i = 0; i < 8; ++i) bytes += static_cast<char>((number >> (8 * i)) & 0xff);
}

void put(std::string& bytes, std::string_view text) {
  put(bytes, text.size());
  bytes += text;
}

/// Reads from the front. After a fault everything is empty and zero, so that loops end.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  std::uint64_t number() {
    if (bytes_.size() < 8) return fail("cut off");
    std::uint64_t value = 0;
    for (std::size_t i = 8; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes_[i]);
    bytes_.remove_prefix(8);
    return value;
  }

  /// How many elements follow, of which each takes at least eight bytes.
  std::size_t count(std::size_t most) {
    const std::uint64_t value = number();
    if (value > most) return fail("more than a document can hold");
    if (value > bytes_.size() / 8) return fail("cut off");
    return value;
  }

  std::string text(std::size_t most) {
    const std::uint64_t size = number();
    if (size > most) fail("more text than a document can hold");
    if (size > bytes_.size()) fail("cut off");
    if (fault_ != nullptr) return {};
    const std::string_view text = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    text_bytes_ += size;
    if (text_bytes_ > k_text_bytes) fail("more text than a document can hold");
    if (first_invalid_byte(text) || has_control_characters(text)) fail("a text that is none");
    return std::string(text);
  }

  std::size_t fail(const char* why) {
    if (fault_ == nullptr) fault_ = why;
    bytes_ = {};
    return 0;
  }

  /// nullptr: everything was in order, and nothing is left.
  const char* end() {
    if (fault_ == nullptr && !bytes_.empty()) fail("bytes are left over");
    return fault_;
  }

  bool is_sound() const { return fault_ == nullptr; }

 private:
  std::string_view bytes_;
  std::size_t text_bytes_ = 0;
  const char* fault_ = nullptr;
};

SourceBlock block_from(ByteReader& reader, std::size_t& cells_left) {
  SourceBlock block;
  const std::uint64_t kind = reader.number();
  if (kind > static_cast<std::uint64_t>(BlockKind::footnote)) reader.fail("an unknown block");
  block.kind = static_cast<BlockKind>(reader.is_sound() ? kind : 0);
  block.line = reader.number();
  block.page = reader.number();
  block.table = reader.number();
  block.text = reader.text(k_text_bytes);
  const std::size_t cells = reader.count(std::min(cells_left, source_limits::columns));
  cells_left -= cells;
  for (std::size_t i = 0; i < cells && reader.is_sound(); ++i)
    block.cells.push_back(reader.text(k_text_bytes));
  return block;
}

}  // namespace

std::string document_to_bytes(const SourceDocument& document) {
  std::string bytes;
  put(bytes, document.encoding);
  put(bytes, document.pages_without_text.size());
  for (std::size_t page : document.pages_without_text) put(bytes, page);
  put(bytes, document.blocks.size());
  for (const SourceBlock& block : document.blocks) {
    put(bytes, static_cast<std::uint64_t>(block.kind));
    put(bytes, block.line);
    put(bytes, block.page);
    put(bytes, block.table);
    put(bytes, block.text);
    put(bytes, block.cells.size());
    for (const std::string& cell : block.cells) put(bytes, cell);
  }
  return bytes;
}

Result<SourceDocument> document_from_bytes(std::string_view bytes) {
  ByteReader reader(bytes);
  SourceDocument document;
  document.encoding = reader.text(k_encoding_bytes);
  const std::size_t pages = reader.count(source_limits::pages);
  for (std::size_t i = 0; i < pages && reader.is_sound(); ++i)
    document.pages_without_text.push_back(reader.number());
  std::size_t cells_left = source_limits::table_cells;
  const std::size_t blocks = reader.count(source_limits::blocks);
  for (std::size_t i = 0; i < blocks && reader.is_sound(); ++i)
    document.blocks.push_back(block_from(reader, cells_left));
  if (const char* fault = reader.end())
    return failure(ErrorKind::permanent, std::string("what was read of the document: ") + fault);
  return document;
}

}  // namespace dondoc
