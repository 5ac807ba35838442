"""Files as they come in: sound ones, and those that only look so."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from django.core.files.uploadedfile import SimpleUploadedFile

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


PNG = (
    b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress(b"\0\0"))
    + chunk(b"IEND", b"")
)
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00" + b"\x00" * 40 + b"\xff\xd9"


def box(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", 8 + len(data)) + name + data


MP4 = box(b"ftyp", b"isom\0\0\0\0isommp42") + box(b"moov", b"\0" * 16) + box(b"mdat", b"\0" * 32)
HEIC = box(b"ftyp", b"heic\0\0\0\0mif1heic") + box(b"meta", b"\0" * 16) + box(b"mdat", b"\0" * 32)


def archive(*names: str, data: bytes = b"<x/>") -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name in names:
            made.writestr(name, data)
    return target.getvalue()


DOCX = archive("[Content_Types].xml", "word/document.xml")
XLSX = archive("[Content_Types].xml", "xl/workbook.xml")
OFD = archive("OFD.xml", "Doc_0/Document.xml")

SOUND = {
    "a.pdf": PDF,
    "a.png": PNG,
    "a.jpg": JPEG,
    "a.JPEG": JPEG,
    "a.heic": HEIC,
    "a.mp4": MP4,
    "a.docx": DOCX,
    "a.xlsx": XLSX,
    "a.ofd": OFD,
}
UNSOUND = {
    "no ending": ("evidence", PDF),
    "another ending": ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
    "a page": ("a.html", b"<html></html>"),
    "two endings": ("a.pdf.exe", PDF),
    "a picture called document": ("a.pdf", PNG),
    "a document called picture": ("a.png", PDF),
    "a page called document": ("a.pdf", b"<html><script>alert(1)</script></html>"),
    "a document that is also a page": ("a.pdf", b"%PDF-1.4\n<script>alert(1)</script>\n%%EOF\n"),
    "a document that is also an archive": ("a.pdf", PDF + archive("x.txt") + b"%%EOF"),
    "a document behind something": ("a.pdf", b"GIF89a" + PDF),
    "a document that runs": ("a.pdf", PDF.replace(b"/Catalog", b"/Catalog/OpenAction<</S/JavaScript>>")),
    "half a document": ("a.pdf", PDF[:20]),
    "a picture with an archive behind": ("a.png", PNG + archive("x.txt")),
    "a picture with a page behind": ("a.png", PNG + b"<script>alert(1)</script>"),
    "a photo with an archive behind": ("a.jpg", JPEG + archive("x.txt")),
    "a photo with a script": ("a.jpg", JPEG[:-2] + b"<script>alert(1)</script>\xff\xd9"),
    "half a photo": ("a.jpg", JPEG[:30]),
    "a film with something behind": ("a.mp4", MP4 + b"PK\x05\x06" + b"\0" * 18),
    "a film of an unknown brand": ("a.mp4", box(b"ftyp", b"qwer\0\0\0\0") + box(b"mdat", b"")),
    "a photo called film": ("a.mp4", HEIC),
    "a program": ("a.pdf", b"MZ" + b"\0" * 200),
    "an archive called document": ("a.docx", archive("x.txt")),
    "a workbook called document": ("a.docx", XLSX),
    "a workbook with macros": (
        "a.xlsx",
        archive("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"),
    ),
    "an archive with a way out": ("a.ofd", archive("OFD.xml", "../../etc/passwd")),
    "an archive with a page": ("a.ofd", archive("OFD.xml", "index.html")),
    "an archive behind a program": ("a.docx", b"MZ" + DOCX),
    "an archive with something behind": ("a.docx", DOCX + b"<script>"),
    "a bomb": ("a.docx", archive("[Content_Types].xml", "word/document.xml", data=b"\0" * 3_000_000)),
}


def upload(name: str = "现场笔录.pdf", content: bytes = PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)
