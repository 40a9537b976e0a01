#include "reports/docx_package.h"

#include "reports/xml_text.h"
#include "reports/zip_archive.h"

namespace dondoc {
namespace {

constexpr const char* k_word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr const char* k_relations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

constexpr const char* k_content_types = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels"
 ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml"
 ContentType="application/xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/styles.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
<Override PartName="/word/header1.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>
<Override PartName="/word/header2.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>
<Override PartName="/docProps/core.xml"
 ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
</Types>)";

constexpr const char* k_package_relations =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
 Target="word/document.xml"/>
<Relationship Id="rId2"
 Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
 Target="docProps/core.xml"/>
</Relationships>)";

constexpr const char* k_document_relations =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"
 Target="styles.xml"/>
<Relationship Id="rId2"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
 Target="header1.xml"/>
<Relationship Id="rId3"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
 Target="header2.xml"/>
</Relationships>)";

constexpr const char* k_styles = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:docDefaults>
<w:rPrDefault>
<w:rPr>
<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"
 w:eastAsia="Times New Roman" w:cs="Times New Roman"/>
<w:color w:val="000000"/>
<w:sz w:val="28"/>
<w:szCs w:val="28"/>
<w:lang w:val="vi-VN"/>
</w:rPr>
</w:rPrDefault>
<w:pPrDefault>
<w:pPr>
<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>
</w:pPr>
</w:pPrDefault>
</w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal">
<w:name w:val="Normal"/>
</w:style>
</w:styles>)";

/// Arabic, centred in the top margin (Decree 30/2020, appendix I).
constexpr const char* k_page_number = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:p>
<w:pPr>
<w:jc w:val="center"/>
</w:pPr>
<w:r>
<w:rPr>
<w:sz w:val="28"/>
</w:rPr>
<w:fldChar w:fldCharType="begin"/>
</w:r>
<w:r>
<w:rPr>
<w:sz w:val="28"/>
</w:rPr>
<w:instrText xml:space="preserve"> PAGE </w:instrText>
</w:r>
<w:r>
<w:rPr>
<w:sz w:val="28"/>
</w:rPr>
<w:fldChar w:fldCharType="separate"/>
</w:r>
<w:r>
<w:rPr>
<w:sz w:val="28"/>
</w:rPr>
<w:t>2</w:t>
</w:r>
<w:r>
<w:rPr>
<w:sz w:val="28"/>
</w:rPr>
<w:fldChar w:fldCharType="end"/>
</w:r>
</w:p>
</w:hdr>)";

constexpr const char* k_no_page_number = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:p/>
</w:hdr>)";

std::string properties_of(const std::string& title) {
  pugi::xml_document document;
  pugi::xml_node properties = document.append_child("cp:coreProperties");
  properties.append_attribute("xmlns:cp") =
      "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
  properties.append_attribute("xmlns:dc") = "http://purl.org/dc/elements/1.1/";
  properties.append_child("dc:title").text().set(xml_text(title).c_str());
  properties.append_child("dc:language").text().set("vi-VN");
  return xml_bytes(document);
}

}  // namespace

std::string docx_package(const std::string& title,
                         const std::function<void(pugi::xml_node body)>& write) {
  pugi::xml_document document;
  pugi::xml_node root = document.append_child("w:document");
  root.append_attribute("xmlns:w") = k_word;
  root.append_attribute("xmlns:r") = k_relations;
  write(root.append_child("w:body"));
  return zip_archive({{"[Content_Types].xml", k_content_types},
                      {"_rels/.rels", k_package_relations},
                      {"word/document.xml", xml_bytes(document)},
                      {"word/_rels/document.xml.rels", k_document_relations},
                      {"word/styles.xml", k_styles},
                      {"word/header1.xml", k_page_number},
                      {"word/header2.xml", k_no_page_number},
                      {"docProps/core.xml", properties_of(title)}});
}

}  // namespace dondoc
