"""A tiny static program that makes one system call and exits with its errno: something else than
the interpreter, to prove the second layer alone, with no compiler needed."""

import struct
from pathlib import Path

BASE = 0x400000
TEXT = BASE + 0x78


def program(number: int, *arguments: int | bytes) -> bytes:
    """An x86-64 ELF that calls `number`; bytes become a pointer to them, ended with a NUL.

    It exits with 0 where the call succeeded, else with the errno.
    """
    registers = (0xBF48, 0xBE48, 0xBA48, 0xBA49, 0xB849, 0xB949)  # rdi rsi rdx r10 r8 r9
    size = 10 * len(arguments) + 10 + 2 + 12 + 9
    data, code = b"", b""
    for register, value in zip(registers, arguments, strict=False):
        if isinstance(value, bytes):
            data_at = TEXT + size + len(data)
            data += value + b"\0"
            value = data_at
        code += struct.pack("<HQ", register, value & 0xFFFFFFFFFFFFFFFF)
    code += struct.pack("<HQ", 0xB848, number) + b"\x0f\x05"  # mov rax, number; syscall
    # errno = rax < 0 ? -rax : 0, into edi
    code += b"\x31\xff" + b"\x48\x85\xc0" + b"\x79\x05" + b"\x48\xf7\xd8" + b"\x89\xc7"
    code += b"\xb8" + struct.pack("<I", 231) + b"\x0f\x05" + b"\x0f\x0b"  # exit_group(edi)
    code = code.ljust(size, b"\x90")
    body = code + data
    header = struct.pack(
        "<16sHHIQQQIHHHHHH",
        b"\x7fELF\x02\x01\x01" + bytes(9), 2, 0x3E, 1, TEXT, 64, 0, 0, 64, 56, 1, 0, 0, 0,
    )  # fmt: skip
    whole = 0x78 + len(body)
    segment = struct.pack("<IIQQQQQQ", 1, 7, 0, BASE, BASE, whole, whole, 0x1000)
    return header + segment + body


def write(path: Path, number: int, *arguments: int | bytes) -> Path:
    """The program, at `path`, for anybody to execute."""
    path.write_bytes(program(number, *arguments))
    path.chmod(0o755)
    return path
